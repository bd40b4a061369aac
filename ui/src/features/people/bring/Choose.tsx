import { FileUp } from "lucide-react";
import { Button } from "../../../design/buttons/Button";
import { peopleWords } from "../../../words/people";
import styles from "./Bring.module.css";

const { bring: words } = peopleWords;

type ChooseProps = { isOver: boolean; onChoose: () => void };

/** Where files are dropped, and the button that does the same. */
export function Choose({ isOver, onChoose }: ChooseProps) {
  return (
    <div className={styles.drop} data-over={isOver || undefined}>
      <FileUp className={styles.icon} strokeWidth={1.75} aria-hidden />
      <p role="status">{isOver ? words.dropNow : words.drop}</p>
      <Button variant="primary" onPress={onChoose}>
        {words.choose}
      </Button>
    </div>
  );
}
