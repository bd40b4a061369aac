import { clocksRoutes } from "../../features/clocks/routes";
import { draftsRoutes } from "../../features/drafts/routes";
import { useFollowUps } from "../../features/education/given/day/useFollowUps";
import { useGo } from "../session/go";

export function Day() {
  const { lines, sentence } = useFollowUps();
  return <clocksRoutes.MyDayPage others={lines} sentence={sentence} />;
}

export function Drafts() {
  return <draftsRoutes.DraftsPage go={useGo()} />;
}
