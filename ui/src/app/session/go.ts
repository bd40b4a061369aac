import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Id } from "../../ipc/contract";

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

/** The case whose page an address is. */
export function caseOf(href: string): Id | null {
  const [, id = ""] = /^\/cases\/([0-9a-f-]{36})$/.exec(pathOf(href)) ?? [];
  return id === "" ? null : id;
}

export function pathOf(href: string): string {
  return href.split(/[?#]/, 1)[0] ?? href;
}
