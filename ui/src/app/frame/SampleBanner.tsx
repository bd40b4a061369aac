import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { Button } from "../../design/buttons/Button";
import { tell } from "../../design/overlays/Toast";
import { useOffice } from "../../ipc/answers";
import { call } from "../../ipc/call";
import { flushDrafts } from "../../ipc/draftQueue";
import { toOfficeError } from "../../ipc/errors";
import { frameWords } from "../../words/frame";
import { leaveForLock } from "../session/lock";
import styles from "./Frame.module.css";

/** Says on every screen of the sample office that nobody in it is real. */
export function SampleBanner() {
  const status = useOffice("security.status", null).data;
  const [isLeaving, setLeaving] = useState(false);
  if (!status?.office?.sample) return null;
  const leave = async () => {
    setLeaving(true);
    try {
      await flushDrafts();
      await call("security.leave_sample", null);
      leaveForLock();
    } catch (thrown) {
      tell({ words: toOfficeError(thrown).message, tone: "late" });
      setLeaving(false);
    }
  };
  return (
    <aside className={styles.sample} aria-label={frameWords.sample.label}>
      <FlaskConical className={styles.sampleIcon} strokeWidth={1.75} aria-hidden />
      <div className={styles.sampleWords}>
        <p>{frameWords.sample.words}</p>
        <Button
          variant="link"
          size="small"
          onPress={() => void leave()}
          isPending={isLeaving}
          pendingLabel={frameWords.sample.leaving}
        >
          {frameWords.sample.leave}
        </Button>
      </div>
    </aside>
  );
}
