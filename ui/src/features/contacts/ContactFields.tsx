import { memo } from "react";
import { Segmented } from "../../design/choices/Segmented";
import { MomentField } from "../../design/dates/MomentField";
import { NumberField } from "../../design/fields/NumberField";
import type { CaseParty } from "../../ipc/contract";
import { contactsWords } from "../../words/contacts";
import { choices, labels } from "../../words/labels";
import styles from "./Contacts.module.css";
import { type ContactFacts, canMiss, type FactsChange, lasts } from "./facts";
import { limits } from "./limits";
import { WithField } from "./WithField";

const words = contactsWords.add;

type ContactFieldsProps = {
  facts: ContactFacts;
  set: (change: FactsChange) => void;
  parties: readonly CaseParty[];
};

/**
 * With whom, when, how long, who reached whom: the facts beside the words, and not drawn anew with
 * every letter of these.
 */
export const ContactFields = memo(function ContactFields(props: ContactFieldsProps) {
  const { facts, set, parties } = props;
  const { channel } = facts;
  return (
    <>
      <div className={styles.facts}>
        <div className={styles.with}>
          <WithField facts={facts} set={set} parties={parties} />
        </div>
        <div className={styles.when}>
          <MomentField
            label={words.when}
            name="at"
            value={facts.at}
            onChange={(at) => set({ at })}
          />
        </div>
        {lasts(channel) ? (
          <div className={styles.minutes}>
            <NumberField
              label={words.minutes}
              name="minutes"
              value={facts.minutes}
              onChange={(minutes) => set({ minutes })}
              min={0}
              max={limits.minutes}
              unit={words.minutesUnit}
            />
          </div>
        ) : null}
      </div>
      <div className={styles.turns}>
        <Segmented
          label={words.directionLabel}
          options={choices(contactsWords.direction[channel])}
          value={facts.direction}
          onChange={(direction) => set({ direction })}
        />
        {canMiss(channel) ? (
          <Segmented
            label={words.reached}
            options={choices(labels.reached)}
            value={facts.reached}
            onChange={(reached) => set({ reached })}
          />
        ) : null}
      </div>
    </>
  );
}, isSameButWords);

function isSameButWords(was: ContactFieldsProps, is: ContactFieldsProps): boolean {
  if (was.set !== is.set || was.parties !== is.parties) return false;
  if (was.facts.with?.id !== is.facts.with?.id) return false;
  return ASKED.every((name) => was.facts[name] === is.facts[name]);
}

const ASKED = ["channel", "direction", "at", "minutes", "withText", "reached"] as const;
