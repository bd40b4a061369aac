import { useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Anchor } from "../../design/buttons/Anchor";
import { Page } from "../../design/layout/Page";
import { officeWords } from "../../words/office";
import styles from "./SettingsPage.module.css";

const { sections } = officeWords;

export const SETTINGS = [
  { href: "/settings/office", label: sections.office },
  { href: "/settings/rules", label: sections.rules },
  { href: "/settings/appearance", label: sections.appearance },
  { href: "/settings/passphrase", label: sections.passphrase },
  { href: "/settings/check", label: sections.check },
  { href: "/settings/about", label: sections.about },
] as const;

/** One section of the settings, with the others beside it. */
export function SettingsPage({ title, children }: { title: string; children: ReactNode }) {
  const path = useLocation({ select: (location) => location.pathname });
  return (
    <Page title={title} aside={officeWords.settings} width="reading">
      <div className={styles.settings}>
        <nav aria-label={sections.label}>
          <ul className={styles.sections}>
            {SETTINGS.map(({ href, label }) => (
              <li key={href}>
                <Anchor
                  href={href}
                  className={styles.link}
                  data-here={href === path || undefined}
                  {...(href === path ? { "aria-current": "page" as const } : {})}
                >
                  {label}
                </Anchor>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.body}>{children}</div>
      </div>
    </Page>
  );
}
