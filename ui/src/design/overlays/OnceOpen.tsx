import { type Context, type ReactNode, useContext, useState } from "react";

/** What opens over the page comes into being when it opens first: a page has many such, mostly shut. */
export function OnceOpen({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  return isOpen || wasOpen ? children : null;
}

type OnceTriggeredProps<T> = {
  /** Where the trigger that stands around it says whether it is open. */
  by: Context<T | null>;
  children: ReactNode;
};

/** The same, beside the trigger that opens it. */
export function OnceTriggered<T extends { isOpen: boolean }>(props: OnceTriggeredProps<T>) {
  const trigger = useContext(props.by);
  return <OnceOpen isOpen={trigger?.isOpen ?? false}>{props.children}</OnceOpen>;
}
