import { Button } from "../../../design/buttons/Button";
import { Stack } from "../../../design/layout/Stack";
import { Dialog } from "../../../design/overlays/Dialog";
import { Banner } from "../../../design/telling/Banner";
import { Skeleton } from "../../../design/telling/Skeleton";
import { useOffice } from "../../../ipc/answers";
import { dropTopics } from "../../../ipc/cache";
import type { Id } from "../../../ipc/contract";
import { clocksWords } from "../../../words/clocks";
import { generalWords } from "../../../words/messages";
import { WhyBody } from "./WhyBody";

const words = clocksWords.why;
const PREFIX = "why-";

export type WhyThisDateProps = {
  caseId: Id;
  /** What stands after "#" in the address; "why-…" names the clock. */
  section: string | null;
  go: (href: string) => void;
};

/** Explains one due date: the rule, what started it, and how the days were counted. */
export function WhyThisDate({ caseId, section, go }: WhyThisDateProps) {
  if (!section?.startsWith(PREFIX)) return null;
  const onClose = () => go(`/cases/${caseId}`);
  return <WhyDialog id={section.slice(PREFIX.length)} onClose={onClose} />;
}

function WhyDialog({ id, onClose }: { id: Id; onClose: () => void }) {
  const why = useOffice("clocks.explain", { id });
  return (
    <Dialog
      isOpen
      isDismissable
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={why.data?.title ?? words.loading}
      closeLabel={generalWords.close}
    >
      <Stack gap={4}>
        {why.error ? (
          <Banner
            tone="late"
            title={words.failed}
            action={<Button onPress={() => dropTopics(["clocks"])}>{words.again}</Button>}
          >
            {why.error.message}
          </Banner>
        ) : null}
        {why.isPending ? <Skeleton label={words.loading} shape="lines" count={5} /> : null}
        {why.data ? <WhyBody why={why.data} /> : null}
      </Stack>
    </Dialog>
  );
}
