import { Ellipsis } from "lucide-react";
import { IconButton } from "../../../../design/buttons/IconButton";
import { Menu, type MenuEntry } from "../../../../design/overlays/Menu";
import { useAction } from "../../../../ipc/cache";
import type { ClockView, Id } from "../../../../ipc/contract";
import { clocksWords } from "../../../../words/clocks";
import type { ClockRowProps } from "./ClockRow";

const words = clocksWords.panel;
const RESUME = "resume";

type ClockMenuProps = Pick<ClockRowProps, "clock" | "caseId" | "go" | "tellDone">;

/** What else can be done with a running clock. */
export function ClockMenu({ clock, caseId, go, tellDone }: ClockMenuProps) {
  const resume = useAction("clocks.resume");
  const runAgain = () =>
    resume.mutate(
      { id: clock.id },
      {
        onSuccess: ({ entry }) => tellDone(words.resumed(clock.name), entry),
        onError: ({ message }) => tellDone(message, null),
      },
    );
  const label = words.more(clock.name);
  return (
    <Menu
      trigger={<IconButton label={label} icon={Ellipsis} />}
      label={label}
      entries={entriesOf(clock, caseId)}
      onChoose={(id) => (id === RESUME ? runAgain() : go(id))}
      placement="bottom end"
    />
  );
}

function entriesOf({ id, extension, mayPause, pausedSince }: ClockView, caseId: Id): MenuEntry[] {
  const here = `/cases/${caseId}`;
  return [
    ...(extension === null ? [] : [{ id: `${here}#extend-${id}`, label: words.makeLonger }]),
    ...(pausedSince === null ? [] : [{ id: RESUME, label: words.resume }]),
    ...(pausedSince === null && mayPause
      ? [{ id: `${here}#pause-${id}`, label: words.pause }]
      : []),
    { id: `${here}#stop-${id}`, label: words.stop, isDanger: true },
  ];
}
