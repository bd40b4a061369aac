import { MyDayPage } from "./day/MyDayPage";

/** The pages of this feature; its panels are composed into the case page by `app/`. */
export const clocksRoutes = { MyDayPage };
