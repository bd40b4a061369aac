import { getRouteApi, useLocation } from "@tanstack/react-router";
import { educationRoutes } from "../../features/education/routes";
import { useGo } from "../session/go";
import { InEducation } from "./EducationPlaces";

const library = getRouteApi("/education");

export function Library() {
  const navigate = library.useNavigate();
  const section = useLocation({ select: ({ hash }) => hash || null });
  return (
    <InEducation>
      <educationRoutes.LibraryPage
        search={library.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })}
        go={useGo()}
        onGive={() => void navigate({ search: (was) => was, hash: "give", resetScroll: false })}
        giving={() => (section === "give" ? null : null)}
      />
    </InEducation>
  );
}
