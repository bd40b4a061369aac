import { MyDayPage } from "./day/MyDayPage";
import { RulesSection } from "./settings/RulesSection";

/** The pages of this feature, and its section of Settings; its panels are composed into the case page by `app/`. */
export const clocksRoutes = { MyDayPage, RulesSection };
