import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { Logo } from "../../../design/marks/Logo";
import { Banner } from "../../../design/telling/Banner";
import { securityWords } from "../../../words/security";
import { CreateOffice } from "./CreateOffice";
import styles from "./First.module.css";
import { OpeningSample } from "./OpeningSample";
import { useSample } from "./useSample";

type FirstRunProps = { hasSample: boolean; onOpened: () => void };

/** Two ways to begin: an office of one's own, or one to look around in. */
export function FirstRun({ hasSample, onOpened }: FirstRunProps) {
  const [isCreating, setCreating] = useState(false);
  const sample = useSample(onOpened);
  const { first } = securityWords;
  if (isCreating) return <CreateOffice onBack={() => setCreating(false)} onOpened={onOpened} />;
  if (sample.isOpening) return <OpeningSample progress={sample.progress} />;
  return (
    <div className={styles.stack} data-wide>
      <header>
        <Logo size={3} />
        <h1 className={styles.title}>{first.title}</h1>
        <p className={styles.lead}>{first.lead}</p>
      </header>
      {sample.error ? <Banner tone="late">{sample.error.message}</Banner> : null}
      <div className={styles.ways}>
        <section className={styles.way}>
          <Button variant="primary" isWide onPress={() => setCreating(true)}>
            {first.create}
          </Button>
          <p className={styles.lead}>{first.createHint}</p>
        </section>
        {hasSample ? (
          <section className={styles.way}>
            <Button isWide onPress={sample.open}>
              {first.sample}
            </Button>
            <p className={styles.lead}>{first.sampleHint}</p>
          </section>
        ) : null}
      </div>
    </div>
  );
}
