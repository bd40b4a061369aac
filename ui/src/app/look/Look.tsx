import { type ReactNode, useLayoutEffect, useMemo } from "react";
import { RouterProvider } from "react-aria-components";
import { FollowingContext } from "../../design/buttons/Anchor";
import { applyLook } from "../../design/look";
import { Surroundings } from "../../design/Surroundings";
import { useOffice } from "../../ipc/answers";
import { generalWords } from "../../words/messages";
import { formatIn, localeOf, mannerOf } from "../../words/shown/format";
import { FormatContext } from "../../words/shown/useFormat";
import { usePreferences } from "./preferences";

type LookProps = {
  navigate?: ((href: string) => void) | undefined;
  children: ReactNode;
};

/** Colors, contrast, text size, dates and times as this person chose them. */
export function Look({ navigate, children }: LookProps) {
  const preferences = usePreferences();
  const manner = useMemo(() => mannerOf(preferences, navigator.language), [preferences]);
  const following = useMemo(
    () => (navigate === undefined ? null : { navigate, hrefOf: hashed }),
    [navigate],
  );
  const today = useOffice("security.status", null).data?.today ?? null;
  const format = useMemo(() => formatIn(manner, today), [manner, today]);
  useLayoutEffect(() => applyLook(preferences), [preferences]);
  return (
    <FormatContext value={format}>
      <Surroundings
        locale={localeOf(manner)}
        hourCycle={manner.clock24 ? 24 : 12}
        pasteWords={generalWords.characters.pasted}
      >
        {following ? (
          <RouterProvider navigate={following.navigate} useHref={following.hrefOf}>
            <FollowingContext value={following}>{children}</FollowingContext>
          </RouterProvider>
        ) : (
          children
        )}
      </Surroundings>
    </FormatContext>
  );
}

// Pages stand behind the "#", so that a link that is followed by the browser itself works too.
function hashed(href: string): string {
  return href.startsWith("/") ? `#${href}` : href;
}
