import { clocksRoutes } from "../../features/clocks/routes";
import { draftsRoutes } from "../../features/drafts/routes";
import { useFollowUps } from "../../features/education/given/day/useFollowUps";
import { useReviews } from "../../features/education/write/own/useReviews";
import { OfficeSigns } from "../../features/watchers/OfficeSigns";
import { useGo } from "../session/go";

export function Day() {
  const { lines, sentence } = useFollowUps();
  const reviews = useReviews();
  return (
    <clocksRoutes.MyDayPage
      others={[...lines, ...reviews]}
      sentence={sentence}
      below={<OfficeSigns />}
    />
  );
}

export function Drafts() {
  return <draftsRoutes.DraftsPage go={useGo()} />;
}
