import { useState } from "react";
import { Button } from "../../../design/buttons/Button";
import { RadioGroup } from "../../../design/choices/RadioGroup";
import { TextField } from "../../../design/fields/TextField";
import { OfficeForm } from "../../../design/forms/OfficeForm";
import type { Profile } from "../../../ipc/contract";
import { OfficeError } from "../../../ipc/errors";
import { generalWords } from "../../../words/messages";
import { securityWords } from "../../../words/security";
import type { NewOffice } from "./CreateOffice";
import styles from "./First.module.css";
import { ZoneField } from "./ZoneField";
import { isZone } from "./zones";

type OfficeStepProps = {
  office: NewOffice;
  change: (part: Partial<NewOffice>) => void;
  problem: OfficeError | null;
  onBack: () => void;
  onNext: () => void;
};

const { create } = securityWords;
const PLACES: { title: string; ids: Profile[] }[] = [
  { title: create.places.us, ids: ["us-hospital", "us-ltc-ombudsman", "us-insurance"] },
  {
    title: create.places.isles,
    ids: ["uk-england", "scotland", "wales", "northern-ireland", "ireland"],
  },
  { title: create.places.elsewhere, ids: ["new-south-wales", "ontario"] },
];
const KINDS = PLACES.flatMap(({ ids }) => ids).map((id) => ({
  id,
  label: create.kinds[id],
  hint: create.kindHints[id],
}));

export function OfficeStep({ office, change, problem, onBack, onNext }: OfficeStepProps) {
  const [missing, setMissing] = useState<OfficeError | null>(null);
  const next = () => {
    const found = missingIn(office);
    setMissing(found);
    if (found === null) onNext();
  };
  return (
    <div className={styles.stack} data-wide>
      <header>
        <p className={styles.step}>{create.step(1)}</p>
        <h1>{create.office}</h1>
        <p className={styles.lead}>{create.officeLead}</p>
      </header>
      <OfficeForm
        problem={missing ?? problem}
        onSubmit={next}
        summaryTitle={create.problem}
        actions={
          <div className={styles.actions}>
            <Button type="submit" variant="primary">
              {create.next}
            </Button>
            <Button onPress={onBack}>{create.back}</Button>
          </div>
        }
      >
        <TextField
          label={create.officeName}
          name="officeName"
          hint={create.officeNameHint}
          value={office.officeName}
          onChange={(officeName) => change({ officeName })}
          limit={120}
          limitWords={generalWords.characters.room}
          autoComplete="organization"
          autoFocus
        />
        <RadioGroup
          label={create.kind}
          name="profile"
          hint={create.kindHint}
          options={KINDS}
          groups={PLACES}
          value={office.profile}
          onChange={(profile) => change({ profile })}
        />
        <ZoneField
          label={create.zone}
          name="timeZone"
          hint={create.zoneHint}
          emptyText={create.zoneNone}
          value={office.timeZone}
          onChange={(timeZone) => change({ timeZone })}
        />
      </OfficeForm>
    </div>
  );
}

// The office checks all of it again at the end; this only keeps a person from coming back later.
function missingIn({ officeName, timeZone }: NewOffice): OfficeError | null {
  const fields = [];
  if (officeName.trim() === "") fields.push({ field: "officeName", message: create.missingOffice });
  if (!isZone(timeZone)) fields.push({ field: "timeZone", message: create.missingZone });
  return fields.length === 0 ? null : new OfficeError({ kind: "invalid", message: "", fields });
}
