import { useState } from "react";
import { ComboBox } from "../../../../design/choices/ComboBox";
import { useOffice } from "../../../../ipc/answers";
import { useOfficeKeeping } from "../../../../ipc/cache";
import type { Id, PersonRow } from "../../../../ipc/contract";
import { labels } from "../../../../words/labels";
import { generalWords } from "../../../../words/messages";
import { peopleWords } from "../../../../words/people";

type MemberFieldProps = { value: Id | null; onChange: (member: Id | null) => void };

const MOST = 30;
const { form: words } = peopleWords;

/** The organization or department a person belongs to, found among those that are here. */
export function MemberField({ value, onChange }: MemberFieldProps) {
  const present = useOffice("people.view", { id: value ?? "" }, { enabled: value !== null }).data;
  const [typed, setTyped] = useState<string | null>(null);
  const name = value !== null && present ? present.name : "";
  const asked = typed === null || typed === name ? null : typed.trim();
  const found = useOfficeKeeping("people.list", {
    text: asked || null,
    kind: null,
    after: null,
    limit: MOST,
  });
  return (
    <ComboBox
      label={words.member}
      name="memberOf"
      hint={words.memberHint}
      value={value !== null ? { id: value, label: name } : null}
      onChange={(choice) => {
        onChange(choice?.id ?? null);
        setTyped(choice?.label ?? "");
      }}
      text={typed ?? name}
      onTextChange={setTyped}
      options={(found.data?.rows ?? []).filter(isBody).map(optionOf)}
      isLoading={found.isFetching}
      loadingText={generalWords.searching}
      emptyText={words.memberNone}
    />
  );
}

function isBody({ kind }: PersonRow): boolean {
  return kind === "organization" || kind === "department" || kind === "payer";
}

function optionOf({ id, name, kind }: PersonRow) {
  return { id, label: name, detail: labels.personKind[kind] };
}
