import { Button } from "../../design/buttons/Button";
import { Page } from "../../design/layout/Page";
import { Stack } from "../../design/layout/Stack";
import { Banner } from "../../design/telling/Banner";
import type { OfficeError } from "../../ipc/errors";
import { frameWords } from "../../words/frame";
import { labels } from "../../words/labels";

type StartTroubleProps = { error: OfficeError; onAgain: () => void };

/** The office did not answer at all, so there is no frame yet to say it in. */
export function StartTrouble({ error, onAgain }: StartTroubleProps) {
  return (
    <main>
      <Page title={labels.errorKind[error.kind]} width="reading">
        <Stack gap={4}>
          <Banner tone="late">{error.message}</Banner>
          <div>
            <Button variant="primary" onPress={onAgain}>
              {frameWords.errors.again}
            </Button>
          </div>
        </Stack>
      </Page>
    </main>
  );
}
