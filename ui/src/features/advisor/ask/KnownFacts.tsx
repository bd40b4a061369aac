import { Button } from "../../../design/buttons/Button";
import { Section } from "../../../design/layout/Section";
import type { AnsweredFact } from "../../../ipc/contract";
import { advisorWords } from "../../../words/rules/advisor";
import styles from "../Advisor.module.css";

const words = advisorWords.known;

type KnownFactsProps = {
  known: readonly AnsweredFact[];
  /** The fact that is being changed right now. */
  changing: string | null;
  onChange: (id: string) => void;
};

/** What the answer will rest on: from the case or from an answer, each of which can be changed. */
export function KnownFacts({ known, changing, onChange }: KnownFactsProps) {
  if (known.length === 0) return null;
  return (
    <Section title={words.title} level={3}>
      <ul className={styles.known}>
        {known.map(({ question, words: answer, by }) => (
          <li key={question.id} className={styles.fact}>
            <span className={styles.factWords}>
              <span className={styles.quiet}>{question.asks}</span>{" "}
              <span className={styles.answer}>{answer}</span>{" "}
              <span className={styles.quiet}>({words.by[by]})</span>
            </span>
            {changing === question.id ? null : (
              <Button
                variant="link"
                size="small"
                aria-label={words.changeNamed(question.asks)}
                onPress={() => onChange(question.id)}
              >
                {words.change}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
