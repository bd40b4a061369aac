import { useLocation } from "@tanstack/react-router";
import { clocksRoutes } from "../../features/clocks/routes";
import { journalRoutes } from "../../features/journal/routes";
import { officeRoutes } from "../../features/office/routes";
import { securityRoutes } from "../../features/security/routes";
import { useOffice } from "../../ipc/answers";
import { journalWords } from "../../words/journal";
import { officeWords } from "../../words/office";
import { rulesWords } from "../../words/rules/rules";
import { securityWords } from "../../words/security";
import { setPreferences, usePreferences, useTextSize } from "../look/preferences";
import { useGo } from "../session/go";
import { lockNow } from "../session/lock";
import { tellDone } from "../session/tellDone";
import { SettingsPage } from "./SettingsPage";

export function OfficeSettings() {
  const { ZoneField } = securityRoutes;
  const { office: words } = officeWords;
  return (
    <SettingsPage title={words.title}>
      <officeRoutes.OfficeSection
        tellDone={tellDone}
        zoneField={(given) => (
          <ZoneField
            label={words.zone}
            name="timeZone"
            hint={words.zoneHint}
            emptyText={words.zoneNone}
            {...given}
          />
        )}
      />
    </SettingsPage>
  );
}

export function RulesSettings() {
  const section = useLocation({ select: ({ hash }) => hash || null });
  return (
    <SettingsPage title={rulesWords.title}>
      <clocksRoutes.RulesSection section={section} go={useGo()} tellDone={tellDone} />
    </SettingsPage>
  );
}

export function AppearanceSettings() {
  const preferences = usePreferences();
  const onTextSize = useTextSize();
  const now = useOffice("security.status", null).data?.now ?? null;
  return (
    <SettingsPage title={securityWords.appearance.title}>
      <securityRoutes.AppearanceSection
        preferences={preferences}
        onChange={setPreferences}
        onTextSize={onTextSize}
        now={now}
      />
    </SettingsPage>
  );
}

export function PassphraseSettings() {
  return (
    <SettingsPage title={securityWords.change.title}>
      <securityRoutes.PassphraseSection tellDone={tellDone} />
    </SettingsPage>
  );
}

export function CheckSettings() {
  return (
    <SettingsPage title={journalWords.check.title}>
      <journalRoutes.CheckSection tellDone={tellDone} />
    </SettingsPage>
  );
}

export function AboutSettings() {
  return (
    <SettingsPage title={officeWords.about.title}>
      <officeRoutes.AboutSection lock={() => void lockNow()} />
    </SettingsPage>
  );
}
