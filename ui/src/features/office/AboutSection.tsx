import { Lock } from "lucide-react";
import { Button } from "../../design/buttons/Button";
import { Facts } from "../../design/layout/Facts";
import { Section } from "../../design/layout/Section";
import { Stack } from "../../design/layout/Stack";
import { Logo } from "../../design/marks/Logo";
import { useOffice } from "../../ipc/answers";
import type { Status } from "../../ipc/contract";
import { profileLabel } from "../../words/labels";
import { officeWords } from "../../words/office";

const { about: words } = officeWords;

/** Which Bedside this is, where the office is kept, and what it cannot protect against. */
export function AboutSection({ lock }: { lock: () => void }) {
  const status = useOffice("security.status", null).data;
  if (!status) return null;
  const canLook = status.sampleAvailable && status.office !== null && !status.office.sample;
  return (
    <Stack gap={8}>
      <Logo size={3} />
      <Facts rows={factsOf(status)} layout="side" />
      <Section title={words.not}>
        <p>{words.notWords}</p>
      </Section>
      {canLook ? (
        <Section title={words.sample}>
          <Stack gap={3}>
            <p>{words.sampleWords}</p>
            <div>
              <Button icon={Lock} onPress={lock}>
                {words.sampleLock}
              </Button>
            </div>
          </Stack>
        </Section>
      ) : null}
    </Stack>
  );
}

function factsOf({ version, office }: Status) {
  return [
    { term: words.version, value: version },
    ...(office
      ? [
          { term: words.office, value: office.name },
          { term: words.kind, value: profileLabel(office.profile) },
        ]
      : []),
    { term: words.where, value: words.whereWords },
    { term: words.license, value: words.licenseWords },
  ];
}
