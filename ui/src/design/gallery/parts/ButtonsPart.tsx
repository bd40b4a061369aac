import { Bell, Pencil, Plus, Printer, Star, X } from "lucide-react";
import { useState } from "react";
import { Button } from "../../buttons/Button";
import { FilterChip, FilterChipMenu } from "../../buttons/FilterChip";
import { IconButton } from "../../buttons/IconButton";
import { Link } from "../../buttons/Link";
import { Row, Stack } from "../../layout/Stack";

const OWNERS = [
  { id: "dana", label: "Dana Whitcomb" },
  { id: "lee", label: "Lee Okafor" },
];

export function ButtonsPart() {
  const [unit, setUnit] = useState<string | null>("4 West");
  const [isOpen, setOpen] = useState(true);
  const [owner, setOwner] = useState<string | null>(null);
  const [isStarred, setStarred] = useState(true);
  return (
    <Stack>
      <Row>
        <Button variant="primary">Add contact</Button>
        <Button>Write letter</Button>
        <Button icon={Printer}>Print</Button>
        <Button variant="danger">Close the case</Button>
        <Button variant="link">Why these?</Button>
      </Row>
      <Row>
        <Button variant="primary" isPending pendingLabel="Saving">
          Save
        </Button>
        <Button isPending pendingLabel="Checking">
          Check
        </Button>
        <Button variant="primary" isDisabled>
          Save
        </Button>
        <Button isDisabled>Summary</Button>
        <Button size="small" icon={Plus}>
          Add
        </Button>
        <Button size="small" variant="primary">
          Add contact
        </Button>
      </Row>
      <Row gap={2}>
        <IconButton label="Change" icon={Pencil} keys="E" />
        <IconButton label="Close" icon={X} />
        <IconButton label="Reminders" icon={Bell} size={20} />
        <IconButton
          label="Keep at hand"
          icon={Star}
          isSelected={isStarred}
          onPress={() => setStarred(!isStarred)}
        />
        <IconButton label="Not now" icon={Plus} isDisabled />
        <span>
          See <Link href="#marks">A-26-0143</Link>, or the{" "}
          <Link href="#marks" tone="quiet">
            quiet one
          </Link>
          .
        </span>
      </Row>
      <Row gap={2}>
        <FilterChip
          label="Open"
          value={isOpen ? "" : null}
          onPress={() => setOpen(!isOpen)}
          onClear={() => setOpen(false)}
          clearLabel="Stop showing only open cases"
        />
        <FilterChip
          label="Unit"
          value={unit}
          onPress={() => setUnit("4 West")}
          onClear={() => setUnit(null)}
          clearLabel="Stop filtering by unit"
        />
        <FilterChipMenu
          label="Owner"
          value={OWNERS.find(({ id }) => id === owner)?.label ?? null}
          entries={OWNERS}
          selected={owner}
          onChoose={setOwner}
          onClear={() => setOwner(null)}
          clearLabel="Stop filtering by owner"
        />
        <FilterChip label="Kind" onPress={() => undefined} />
      </Row>
    </Stack>
  );
}
