import { useEffect, useState } from "react";

/** Whether Caps Lock is on, as far as the last key told. */
export function useCapsLock(): boolean {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    // A password manager that fills a field sends key events that carry no keys.
    const watch = (event: Event) =>
      event instanceof KeyboardEvent && setOn(event.getModifierState("CapsLock"));
    addEventListener("keydown", watch);
    addEventListener("keyup", watch);
    return () => {
      removeEventListener("keydown", watch);
      removeEventListener("keyup", watch);
    };
  }, []);
  return isOn;
}
