import { ArrowDownWideNarrow } from "lucide-react";
import { Button } from "../../../design/buttons/Button";
import { Menu } from "../../../design/overlays/Menu";
import { listWords } from "../list/listWords";
import { type CasesSearch, orderOf, type SearchChange } from "./search";

const words = listWords.order;

type OrderMenuProps = { search: CasesSearch; change: (by: SearchChange) => void };

/** By what the list is ordered. */
export function OrderMenu({ search, change }: OrderMenuProps) {
  const order = orderOf(search);
  return (
    <Menu
      trigger={<Button icon={ArrowDownWideNarrow}>{words[order]}</Button>}
      label={words.name}
      selected={order}
      entries={[
        { id: "received", label: words.received },
        { id: "due", label: words.due },
      ]}
      onChoose={(id) => change({ order: id === "due" ? "due" : null })}
    />
  );
}
