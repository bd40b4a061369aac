import { Switch } from "../../../../design/choices/Switch";
import { Facts } from "../../../../design/layout/Facts";
import { Badge } from "../../../../design/marks/Badge";
import type { PackView } from "../../../../ipc/contract";
import { rulesWords } from "../../../../words/rules/rules";
import { useFormat } from "../../../../words/shown/useFormat";
import { switchChoice } from "../choices";
import { PartRow } from "./PartRow";
import styles from "./Parts.module.css";
import type { PartProps } from "./part";

const words = rulesWords.packs;

type PackRowProps = Pick<PartProps, "mayChange" | "settling"> & { pack: PackView };

/** One set of rules: its version, when it was compared with the law, and what changed in it. */
export function PackRow({ pack, mayChange, settling }: PackRowProps) {
  const format = useFormat();
  const { id, name, version, reviewedOn, changes, inForce, own, brought, rules } = pack;
  const change = (isOn: boolean) =>
    settling.settle({
      choices: [switchChoice("pack", id, isOn)],
      effect: "starts",
      done: isOn ? words.on(name) : words.offDone(name),
    });
  const canSwitch = mayChange && !own;
  return (
    <PartRow
      name={
        canSwitch ? (
          <Switch
            label={name}
            isSelected={inForce}
            isDisabled={settling.isPending}
            onChange={change}
          />
        ) : (
          name
        )
      }
      standing={
        <>
          {canSwitch ? null : <Badge>{inForce ? words.inForce : words.off}</Badge>}
          {brought ? <Badge>{words.brought}</Badge> : null}
        </>
      }
    >
      {own ? <p className={styles.quiet}>{words.own}</p> : null}
      <Facts
        rows={[
          { term: words.version, value: `${version} · ${words.rules(rules)}` },
          { term: words.reviewed, value: format.date(reviewedOn) },
          { term: words.changes, value: changes },
        ]}
      />
    </PartRow>
  );
}
