import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";

/** Follows an address inside the window; moving within one page moves neither focus nor scroll. */
export type Go = (href: string) => void;

export function useGo(): Go {
  const router = useRouter();
  return useCallback(
    (href) => {
      const isSamePage = pathOf(href) === router.latestLocation.pathname;
      void router.navigate({ href, resetScroll: !isSamePage, hashScrollIntoView: false });
    },
    [router],
  );
}

export function pathOf(href: string): string {
  return href.split(/[?#]/, 1)[0] ?? href;
}
