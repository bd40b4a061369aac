import { clocksRoutes } from "../../features/clocks/routes";
import { draftsRoutes } from "../../features/drafts/routes";
import { useGo } from "../session/go";

export function Day() {
  return <clocksRoutes.MyDayPage />;
}

export function Drafts() {
  return <draftsRoutes.DraftsPage go={useGo()} />;
}
