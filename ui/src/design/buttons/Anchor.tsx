import { type ComponentProps, createContext, type MouseEvent, useContext } from "react";

/** How an address inside the window is followed, and how it stands in the page. */
export type Following = {
  navigate: (href: string) => void;
  hrefOf: (href: string) => string;
};

/** Where none is given, the browser follows links itself. */
export const FollowingContext = createContext<Following | null>(null);

export type AnchorProps = Omit<ComponentProps<"a">, "onClick" | "tabIndex"> & { href: string };

/**
 * The browser's own link, followed inside the window. A page of leaflets has two hundred of them,
 * which is why it does no more than that.
 */
export function Anchor({ href, children, ...rest }: AnchorProps) {
  const following = useContext(FollowingContext);
  const isInside = following !== null && href.startsWith("/");
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (!isInside || !isPlain(event)) return;
    event.preventDefault();
    // A press of the mouse gives a link no focus on a Mac, and a dialog closed goes back to it.
    event.currentTarget.focus({ preventScroll: true });
    following.navigate(href);
  };
  return (
    // WebKit comes to a link by Tab only where that is asked for.
    <a {...rest} href={isInside ? following.hrefOf(href) : href} tabIndex={0} onClick={follow}>
      {children}
    </a>
  );
}

function isPlain({ button, ctrlKey, metaKey, altKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !(ctrlKey || metaKey || altKey || shiftKey);
}
