import { Button } from "../../../../design/buttons/Button";
import { Stack } from "../../../../design/layout/Stack";
import { Dialog } from "../../../../design/overlays/Dialog";
import { Banner } from "../../../../design/telling/Banner";
import type { MoveLine, MovesView } from "../../../../ipc/contract";
import { generalWords } from "../../../../words/messages";
import { rulesWords } from "../../../../words/rules/rules";
import { useFormat } from "../../../../words/shown/useFormat";
import { withoutMarks } from "../../../../words/shown/withoutMarks";
import styles from "./Saving.module.css";
import type { Asking, Settling } from "./useSettling";

const words = rulesWords.ask;

type AskDialogProps = { asking: Asking; settling: Settling };

/** Which open clocks would move, before anything is saved, and what to do about them. */
export function AskDialog({ asking: { wish, moves, left }, settling }: AskDialogProps) {
  const { isPending, answer, back } = settling;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => isOpen || back()}
      title={words.moves(moves.total, moves.open)}
      closeLabel={generalWords.close}
      actions={
        <div className={styles.actions}>
          <Button
            variant="primary"
            isPending={isPending}
            pendingLabel={words.saving}
            onPress={() => answer(true)}
          >
            {wish ? words.again : words.count}
          </Button>
          {wish ? (
            <Button isDisabled={isPending} onPress={() => answer(false)}>
              {words.newOnly}
            </Button>
          ) : null}
          <Button isDisabled={isPending} onPress={back}>
            {words.back}
          </Button>
        </div>
      }
    >
      <Stack gap={4}>
        {wish?.effect === "starts" ? <Banner>{words.starts}</Banner> : null}
        {wish?.effect === "safe" ? <Banner>{words.safe}</Banner> : null}
        <Moves moves={moves} />
        {left > 0 ? <p className={styles.quiet}>{words.left(left)}</p> : null}
        <p className={styles.quiet}>{words.keeps}</p>
      </Stack>
    </Dialog>
  );
}

function Moves({ moves: { lines, total } }: { moves: MovesView }) {
  if (total === 0) return <p>{words.none}</p>;
  if (lines.length === 0) return <p>{words.same}</p>;
  return (
    <div>
      <ul className={styles.lines} aria-label={words.list}>
        {lines.map((line) => (
          <Line key={line.clock} line={line} />
        ))}
      </ul>
      {total > lines.length ? (
        <p className={styles.quiet}>{words.more(total - lines.length)}</p>
      ) : null}
    </div>
  );
}

function Line({ line: { number, patientName, name, from, to } }: { line: MoveLine }) {
  const format = useFormat();
  return (
    <li className={styles.line}>
      <div className={styles.who}>
        <p className={styles.name}>
          {number} {withoutMarks(patientName)}
        </p>
        <p className={styles.quiet}>{name}</p>
      </div>
      <p className={styles.dates}>
        <span className={styles.before}>
          {words.from} {format.day(from)}
        </span>{" "}
        <span className={styles.after}>
          {words.to} {format.day(to)}
        </span>
      </p>
    </li>
  );
}
