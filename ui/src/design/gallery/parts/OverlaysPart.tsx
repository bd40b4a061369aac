import { Archive, Ellipsis, Pencil, Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "../../buttons/Button";
import { IconButton } from "../../buttons/IconButton";
import { TextField } from "../../fields/TextField";
import { Row, Stack } from "../../layout/Stack";
import { Kbd } from "../../marks/Kbd";
import { CommandPalette } from "../../overlays/CommandPalette";
import { ConfirmDialog } from "../../overlays/ConfirmDialog";
import { Dialog } from "../../overlays/Dialog";
import { Menu } from "../../overlays/Menu";
import { Popover } from "../../overlays/Popover";
import { tell } from "../../overlays/Toast";
import { Tooltip } from "../../overlays/Tooltip";
import { WhyThisDate } from "./RecordsPart";

export function OverlaysPart({ open }: { open: string }) {
  const [shown, setShown] = useState(open);
  const [text, setText] = useState("");
  const close = (isOpen: boolean): void => setShown(isOpen ? shown : "");
  useEffect(() => {
    if (open === "toast") sayAdded();
  }, [open]);
  return (
    <Row>
      <Button onPress={() => setShown("dialog")}>Dialog</Button>
      <Button onPress={() => setShown("confirm")}>Confirm</Button>
      <Button onPress={() => setShown("palette")}>Palette</Button>
      <Button onPress={sayAdded}>Toast</Button>
      <Popover
        trigger={<Button>Why this date</Button>}
        label="Why Tuesday, January 6?"
        size="wide"
        isTitled
        closeLabel="Close"
        isOpen={shown === "popover"}
        onOpenChange={(isOpen) => setShown(isOpen ? "popover" : "")}
      >
        <WhyThisDate />
      </Popover>
      <CaseMenu />
      <Tooltip words="Adds a case from anywhere" keys="Mod+Shift+N">
        <Button>Tooltip</Button>
      </Tooltip>
      <SampleDialog isOpen={shown === "dialog"} onOpenChange={close} />
      <ConfirmDialog
        isOpen={shown === "confirm"}
        onOpenChange={close}
        title="Leave the sample office?"
        confirmLabel="Leave"
        cancelLabel="Stay"
        onConfirm={() => setShown("")}
        isDanger
      >
        <p>What you did in it stays until you make a new one.</p>
      </ConfirmDialog>
      <CommandPalette
        isOpen={shown === "palette"}
        onOpenChange={close}
        label="Search and do"
        placeholder="Search cases, people, letters, or say what to do"
        text={text}
        onTextChange={setText}
        groups={text === "zzz" ? [] : GROUPS}
        onChoose={() => undefined}
        emptyText="Nothing found."
        foot={
          <span>
            <Kbd keys="Enter" /> open
          </span>
        }
      />
    </Row>
  );
}

const GROUPS = [
  {
    id: "cases",
    title: "Cases",
    entries: [
      { id: "a", label: "A-26-0143 Ruth Abara", detail: "Call light unanswered for two hours" },
      { id: "b", label: "A-26-0158 Mei Lin", detail: "Discharge plan not explained" },
    ],
  },
  {
    id: "do",
    title: "Do",
    entries: [
      { id: "c", label: "Open a case", keys: "Mod+Shift+N", icon: Pencil },
      { id: "d", label: "Lock now", keys: "Mod+L" },
    ],
  },
];

function sayAdded(): void {
  tell({ words: "Contact added.", action: { label: "Undo", run: () => undefined } });
}

function CaseMenu() {
  return (
    <Menu
      trigger={<IconButton label="More" icon={Ellipsis} />}
      label="More about this case"
      entries={[
        { id: "change", label: "Change", icon: Pencil, keys: "E" },
        { id: "print", label: "Print", icon: Printer, keys: "Mod+P", hint: "The whole case" },
        "line",
        { id: "close", label: "Close the case", icon: Archive, isDanger: true },
        { id: "reopen", label: "Open again", isDisabled: true },
      ]}
      onChoose={() => undefined}
    />
  );
}

type Opening = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

function SampleDialog({ isOpen, onOpenChange }: Opening) {
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Add an issue"
      closeLabel="Close"
      actions={
        <>
          <Button onPress={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" onPress={() => onOpenChange(false)}>
            Add issue
          </Button>
        </>
      }
    >
      <Stack>
        <p>One thing complained of or asked. It is investigated and decided on its own.</p>
        <TextField label="About" value="" onChange={() => undefined} autoFocus />
      </Stack>
    </Dialog>
  );
}
