import { ZoneField } from "./first/ZoneField";
import { LockScreen } from "./lock/LockScreen";
import { AppearanceSection } from "./settings/AppearanceSection";
import { PassphraseSection } from "./settings/PassphraseSection";

/** The lock window’s one screen, the sections of Settings about keys and looks, and the zone field. */
export const securityRoutes = { LockScreen, AppearanceSection, PassphraseSection, ZoneField };
