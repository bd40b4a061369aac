import { useState } from "react";
import { FieldGroup, FieldRow } from "../../fields/Field";
import { NumberField } from "../../fields/NumberField";
import { PassphraseField } from "../../fields/PassphraseField";
import { SearchButton, SearchField } from "../../fields/SearchField";
import { TextArea } from "../../fields/TextArea";
import { TextField } from "../../fields/TextField";
import styles from "../Gallery.module.css";

const left = (n: number): string =>
  n < 0
    ? `${-n} characters too many. Nothing was cut; shorten it to save.`
    : `${n} characters left`;

export function FieldsPart() {
  const [name, setName] = useState("dana");
  const [passphrase, setPassphrase] = useState("copper lantern river");
  const [words, setWords] = useState(
    "Mother is home and sleeping.\nStill upset that nobody has explained.",
  );
  const [long, setLong] = useState("Two call-outs that night; float nurse covered twelve beds.");
  const [minutes, setMinutes] = useState<number | null>(12);
  const [search, setSearch] = useState("");
  return (
    <div className={styles.grid}>
      <TextField label="Your name" value={name} onChange={setName} />
      <PassphraseField
        label="Passphrase"
        value={passphrase}
        onChange={setPassphrase}
        showLabel="Show passphrase"
        hideLabelText="Hide passphrase"
      />
      <TextField
        label="E-mail"
        optional="optional"
        hint="Only for letters this person asked to have by e-mail."
        type="email"
        value=""
        onChange={() => undefined}
        placeholder="name@example.org"
      />
      <TextField
        label="Family name"
        hint="As it stands in the record."
        error="A patient needs a family name, or one whole name."
        isRequired
        value=""
        onChange={() => undefined}
      />
      <TextField label="Case number" value="A-26-0143" onChange={() => undefined} isReadOnly />
      <TextField label="Plan" value="Medicare Advantage" onChange={() => undefined} isDisabled />
      <TextArea label="What was said" hint="In their words." value={words} onChange={setWords} />
      <TextArea label="Finding" value={long} onChange={setLong} limit={40} limitWords={left} />
      <NumberField
        label="How long"
        unit="minutes"
        value={minutes}
        onChange={setMinutes}
        min={0}
        width="half"
      />
      <SearchField
        label="Search people"
        placeholder="Name, record number"
        keys="/"
        value={search}
        onChange={setSearch}
      />
      <SearchField label="Search again" value="Abara" onChange={() => undefined} />
      <SearchButton keys="Mod+K" onPress={() => undefined}>
        Search cases, people, letters, leaflets
      </SearchButton>
      <FieldGroup legend="Name" hint="Leave out what you do not know.">
        <FieldRow>
          <TextField label="Given name" value="Ruth" onChange={() => undefined} />
          <TextField label="Family name" value="Abara" onChange={() => undefined} />
        </FieldRow>
      </FieldGroup>
    </div>
  );
}
