import { afterEach, describe, expect, test, vi } from "vitest";
import { keys as installed, installKeys, Keys, type Shortcut } from "./keys";

const stroke = (
  key: string,
  held: Partial<Record<"ctrl" | "meta" | "alt" | "shift", true>> = {},
) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
});

const shortcut = (id: string, keys: string, more: Partial<Shortcut> = {}): Shortcut => ({
  id,
  label: id,
  keys,
  run: vi.fn(),
  ...more,
});

function registry(...shortcuts: Shortcut[]): Keys {
  const keys = new Keys(false);
  keys.add(shortcuts);
  return keys;
}

describe("pressing keys", () => {
  test("a held modifier finds its shortcut, whatever the case of the letter", () => {
    const keys = registry(shortcut("palette", "Mod+K"));
    expect(keys.press(stroke("k", { ctrl: true }), false, 0)?.id).toBe("palette");
    expect(keys.press(stroke("K", { ctrl: true }), false, 0)?.id).toBe("palette");
    expect(keys.press(stroke("k"), false, 0)).toBeNull();
  });

  test("shift is part of a letter's shortcut and never of a sign's", () => {
    const keys = registry(shortcut("capture", "Mod+Shift+N"), shortcut("help", "?"));
    expect(keys.press(stroke("N", { ctrl: true, shift: true }), false, 0)?.id).toBe("capture");
    expect(keys.press(stroke("n", { ctrl: true }), false, 0)).toBeNull();
    expect(keys.press(stroke("?", { shift: true }), false, 0)?.id).toBe("help");
  });

  test("a single letter never fires while the person types", () => {
    const keys = registry(shortcut("contact", "C"), shortcut("lock", "Mod+L"));
    expect(keys.press(stroke("c"), true, 0)).toBeNull();
    expect(keys.press(stroke("l", { ctrl: true }), true, 0)?.id).toBe("lock");
  });

  test("a shortcut may say for itself whether it works while typing", () => {
    const keys = registry(
      shortcut("escape", "Escape", { inFields: true }),
      shortcut("bold", "Mod+B", { inFields: false }),
    );
    expect(keys.press(stroke("Escape"), true, 0)?.id).toBe("escape");
    expect(keys.press(stroke("b", { ctrl: true }), true, 0)).toBeNull();
  });

  test("two strokes count only when the second follows soon", () => {
    const keys = registry(shortcut("cases", "G C"), shortcut("contact", "C"));
    expect(keys.press(stroke("g"), false, 0)).toBeNull();
    expect(keys.press(stroke("c"), false, 500)?.id).toBe("cases");
    expect(keys.press(stroke("g"), false, 1000)).toBeNull();
    expect(keys.press(stroke("c"), false, 9000)?.id).toBe("contact");
  });

  test("another stroke in between starts over", () => {
    const keys = registry(shortcut("cases", "G C"));
    keys.press(stroke("g"), false, 0);
    keys.press(stroke("x"), false, 100);
    expect(keys.press(stroke("c"), false, 200)).toBeNull();
  });

  test("a modifier on its own is no stroke and breaks no sequence", () => {
    const keys = registry(shortcut("cases", "G C"));
    keys.press(stroke("g"), false, 0);
    expect(keys.press(stroke("Shift", { shift: true }), false, 50)).toBeNull();
    expect(keys.press(stroke("c"), false, 100)?.id).toBe("cases");
  });

  test("the shortcut added last wins over the same keys, until it is taken away", () => {
    const keys = registry(shortcut("everywhere", "N"));
    const remove = keys.add([shortcut("on this screen", "N")]);
    expect(keys.press(stroke("n"), false, 0)?.id).toBe("on this screen");
    remove();
    expect(keys.press(stroke("n"), false, 0)?.id).toBe("everywhere");
  });

  test("a Mac's command key is the modifier there", () => {
    const keys = new Keys(true);
    keys.add([shortcut("palette", "Mod+K")]);
    expect(keys.press(stroke("k", { meta: true }), false, 0)?.id).toBe("palette");
    expect(keys.press(stroke("k", { ctrl: true }), false, 0)).toBeNull();
  });

  test("plus itself can be a key", () => {
    const keys = registry(shortcut("larger", "Mod++"));
    expect(keys.press(stroke("+", { ctrl: true, shift: true }), false, 0)?.id).toBe("larger");
  });
});

describe("the registry", () => {
  test("tells whoever shows the shortcuts when they change", () => {
    const keys = new Keys(false);
    const hear = vi.fn();
    const stop = keys.subscribe(hear);
    const remove = keys.add([shortcut("a", "A")]);
    remove();
    stop();
    keys.add([shortcut("b", "B")]);
    expect(hear).toHaveBeenCalledTimes(2);
    expect(keys.all().map(({ id }) => id)).toEqual(["b"]);
  });

  test("the same list stays the same object while nothing changes", () => {
    const keys = registry(shortcut("a", "A"));
    expect(keys.all()).toBe(keys.all());
  });

  test("prints one cap for each key", () => {
    expect(new Keys(false).inWords("Mod+Shift+N")).toEqual(["Ctrl", "Shift", "N"]);
    expect(new Keys(true).inWords("Mod+K")).toEqual(["⌘", "K"]);
    expect(new Keys(false).inWords("G C")).toEqual(["G", "C"]);
    expect(new Keys(false).inWords("Mod++")).toEqual(["Ctrl", "+"]);
    expect(new Keys(false).inWords("?")).toEqual(["?"]);
  });
});

describe("in a page", () => {
  class FakeElement extends EventTarget {
    constructor(private readonly isListButton: boolean) {
      super();
    }
    closest = () => (this.isListButton ? this : null);
    matches = () => false;
  }

  afterEach(() => vi.unstubAllGlobals());

  function pressed(key: string, held: "" | "ctrl", on: { isOverlaid: boolean; isList: boolean }) {
    vi.stubGlobal("Element", FakeElement);
    vi.stubGlobal("HTMLElement", FakeElement);
    const page = Object.assign(new FakeElement(on.isList), {
      querySelector: () => (on.isOverlaid ? {} : null),
    });
    const ran: string[] = [];
    const of = (id: string, keys: string) => shortcut(id, keys, { run: () => ran.push(id) });
    const remove = installed.add([of("new", "N"), of("lock", "Mod+L")]);
    const uninstall = installKeys(page as unknown as Document);
    const event = new Event("keydown", { cancelable: true });
    page.dispatchEvent(Object.assign(event, stroke(key, held === "" ? {} : { ctrl: true })));
    uninstall();
    remove();
    return ran;
  }

  test("a letter alone runs its shortcut", () => {
    expect(pressed("n", "", { isOverlaid: false, isList: false })).toEqual(["new"]);
  });

  test("a letter under a dialog, a menu or an open list runs nothing", () => {
    expect(pressed("n", "", { isOverlaid: true, isList: false })).toEqual([]);
  });

  test("a letter on a closed list of choices is left to the list", () => {
    expect(pressed("n", "", { isOverlaid: false, isList: true })).toEqual([]);
  });

  test("keys with a modifier work everywhere, so that a lock always does", () => {
    expect(pressed("l", "ctrl", { isOverlaid: true, isList: true })).toEqual(["lock"]);
  });
});
