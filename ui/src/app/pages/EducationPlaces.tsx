import { useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Anchor } from "../../design/buttons/Anchor";
import { libraryWords } from "../../words/education/library";
import styles from "./EducationPlaces.module.css";

const { places: words } = libraryWords;

export const EDUCATION = [
  { href: "/education", label: words.library },
  { href: "/education/own", label: words.own },
  { href: "/education/questions", label: words.questions },
  { href: "/education/register", label: words.register },
  { href: "/education/setup", label: words.setup },
] as const;

/** A page of education, with the other parts of it above. */
export function InEducation({ children }: { children: ReactNode }) {
  const here = placeOf(useLocation({ select: ({ pathname }) => pathname }));
  return (
    <>
      <nav aria-label={words.label} className={styles.places}>
        <ul className={styles.list}>
          {EDUCATION.map(({ href, label }) => (
            <li key={href}>
              <Anchor
                href={href}
                className={styles.link}
                data-here={href === here || undefined}
                {...(href === here ? { "aria-current": "page" as const } : {})}
              >
                {label}
              </Anchor>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </>
  );
}

/** The part a page belongs to: a leaflet and its paper to the library, a draft to the own ones. */
export function placeOf(path: string): string {
  if (path.startsWith("/education/write")) return "/education/own";
  const exact = EDUCATION.find(({ href }) => href === path);
  return exact?.href ?? "/education";
}
