import { AboutSection } from "./AboutSection";
import { OfficeSection } from "./OfficeSection";

/** The sections of Settings that are about the office itself. */
export const officeRoutes = { OfficeSection, AboutSection };
