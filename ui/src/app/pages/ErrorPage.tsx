import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { Button } from "../../design/buttons/Button";
import { Page } from "../../design/layout/Page";
import { Row, Stack } from "../../design/layout/Stack";
import { Banner } from "../../design/telling/Banner";
import { cache } from "../../ipc/cache";
import { OfficeError } from "../../ipc/errors";
import { frameWords } from "../../words/frame";
import { labels } from "../../words/labels";
import { useGo } from "../session/go";

const { errors: words } = frameWords;

/** A page that could not be shown says why, and what can be done; the frame around it stays. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const go = useGo();
  const isOurs = error instanceof OfficeError;
  // What is not there will not be there on a second try.
  const isGone = isOurs && error.kind === "not_found";
  const again = async () => {
    await cache.resetQueries({ predicate: ({ state }) => state.status === "error" });
    reset();
    await router.invalidate();
  };
  return (
    <Page title={isOurs ? labels.errorKind[error.kind] : words.title} width="reading">
      <Stack gap={4}>
        <Banner tone="late" live>
          {isOurs ? error.message : words.unexpected}
        </Banner>
        <Row gap={3}>
          {isGone ? null : (
            <Button variant="primary" onPress={() => void again()}>
              {words.again}
            </Button>
          )}
          <Button variant={isGone ? "primary" : "quiet"} onPress={() => go("/day")}>
            {words.toDay}
          </Button>
        </Row>
      </Stack>
    </Page>
  );
}
