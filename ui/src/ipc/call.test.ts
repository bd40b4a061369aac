import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { call, host, onChanged, onLocked, together } from "./call";

// A real server on loopback stands where the test host stands; `fetch` only learns its address.
type Answer = { status: number; body: unknown };
let server: Server;
let answer: Answer;
let asked: { method: string; url: string; body: unknown };

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      asked = { method: request.method ?? "", url: request.url ?? "", body: JSON.parse(text) };
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, init),
  );
});

beforeEach(() => {
  answer = { status: 200, body: { output: null, changed: [], entry: null } };
});

afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});

describe("on a page", () => {
  test("a call posts its input under its name and hands back the reply", async () => {
    const draft = { key: "case", title: "A case", body: { about: "x" } };
    const output = { ...draft, savedAt: "2026-03-12T10:42:00Z" };
    answer.body = { output, changed: ["drafts"], entry: "0195" };
    const reply = await call("drafts.save", draft);
    expect(host).toBe("page");
    expect(asked).toEqual({ method: "POST", url: "/call/drafts.save", body: draft });
    expect(reply).toEqual({ output, changed: ["drafts"], entry: "0195" });
  });

  test("whoever listens hears which features changed, until they stop", async () => {
    const heard: (readonly string[])[] = [];
    const stop = onChanged((topics) => heard.push(topics));
    answer.body = { output: null, changed: ["cases", "clocks"], entry: null };
    await call("drafts.drop", { key: "case" });
    stop();
    await call("drafts.drop", { key: "case" });
    expect(heard).toEqual([["cases", "clocks"]]);
  });

  test("a question that changes nothing tells nobody", async () => {
    const hear = vi.fn();
    const stop = onChanged(hear);
    await call("office.progress", null);
    stop();
    expect(hear).not.toHaveBeenCalled();
  });

  test("a refusal arrives with its kind and its fields", async () => {
    const fields = [{ field: "about", message: "Say in one line what it is about." }];
    answer = { status: 422, body: { kind: "invalid", message: "One thing is missing.", fields } };
    await expect(call("drafts.drop", { key: "case" })).rejects.toMatchObject({
      name: "OfficeError",
      kind: "invalid",
      message: "One thing is missing.",
      fields,
    });
  });

  test("a locked office is heard by whoever must leave the screen", async () => {
    const hear = vi.fn();
    const stop = onLocked(hear);
    answer = {
      status: 423,
      body: { kind: "locked", message: "The office is locked.", fields: [] },
    };
    await expect(call("office.view", null)).rejects.toMatchObject({ kind: "locked" });
    stop();
    await expect(call("office.view", null)).rejects.toMatchObject({ kind: "locked" });
    expect(hear).toHaveBeenCalledTimes(1);
  });

  test("an answer that is not ours is a bug, and its text stays out of sight", async () => {
    answer = { status: 500, body: "<h1>panicked at src/secret.rs</h1>" };
    const thrown = await call("office.view", null).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ kind: "bug" });
    expect(String(thrown)).not.toContain("secret");
  });

  test("several calls go in one message, and each has its own answer", async () => {
    const message = "Bedside did not find it.";
    const view = { output: { name: "Test Office" }, changed: [], entry: null };
    const dropped = { output: null, changed: ["drafts"], entry: null };
    answer.body = [
      { reply: view },
      { refusal: { kind: "not_found", message, fields: [] } },
      { reply: dropped },
    ];
    const heard: (readonly string[])[] = [];
    const stop = onChanged((topics) => heard.push(topics));
    const { call: ask, send } = together();
    const all = Promise.allSettled([
      ask("office.view", null),
      ask("drafts.get", { key: "gone" }),
      ask("drafts.drop", { key: "case" }),
    ]);
    send();
    const [first, second, third] = await all;
    stop();
    expect(asked).toEqual({
      method: "POST",
      url: "/call/together",
      body: [
        { name: "office.view", input: null },
        { name: "drafts.get", input: { key: "gone" } },
        { name: "drafts.drop", input: { key: "case" } },
      ],
    });
    expect(first).toEqual({ status: "fulfilled", value: view });
    expect(second).toMatchObject({ status: "rejected", reason: { kind: "not_found", message } });
    expect(third).toEqual({ status: "fulfilled", value: dropped });
    expect(heard).toEqual([["drafts"]]);
    // What is asked afterwards goes by itself.
    answer.body = view;
    expect(await ask("office.view", null)).toEqual(view);
    expect(asked.url).toBe("/call/office.view");
  });

  test("a message that is not answered is refused for each of its calls", async () => {
    const hear = vi.fn();
    const stop = onLocked(hear);
    answer = { status: 422, body: { kind: "locked", message: "Locked.", fields: [] } };
    const { call: ask, send } = together();
    const all = Promise.allSettled([ask("office.view", null), ask("drafts.drop", { key: "a" })]);
    send();
    const reasons = (await all).map((one) => one.status === "rejected" && one.reason.kind);
    stop();
    expect(reasons).toEqual(["locked", "locked"]);
    expect(hear).toHaveBeenCalledTimes(1);
    together().send();
  });
});

test("a host that is gone is unavailable, not a bug", async () => {
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (_: string, init: RequestInit) => fetchNowhere(init));
  await expect(call("office.view", null)).rejects.toMatchObject({ kind: "unavailable" });
  vi.stubGlobal("fetch", fetch);
});

/** Port 9 of loopback: nothing listens there. */
async function fetchNowhere(init: RequestInit): Promise<Response> {
  const { request } = await import("node:http");
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port: 9, method: init.method ?? "GET" }, () =>
      resolve(new Response()),
    );
    sent.on("error", reject);
    sent.end();
  });
}

describe("in the window", () => {
  const locked = { kind: "locked", message: "Bedside is locked.", fields: [] };
  let answers: unknown[];
  let inWindow: typeof import("./call");

  // Tauri's own door to the shell stands where it does in the window; what answers is a list.
  beforeEach(async () => {
    answers = [];
    const invoke = async () => {
      const next = answers.shift() ?? locked;
      if (next === locked) throw next;
      return next;
    };
    vi.stubGlobal("__TAURI_INTERNALS__", { invoke });
    vi.stubGlobal("window", globalThis);
    vi.resetModules();
    inWindow = await import("./call");
  });

  test("what a reply says has changed is heard", async () => {
    const heard: (readonly string[])[] = [];
    inWindow.onChanged((topics) => heard.push(topics));
    answers = [{ output: null, changed: ["cases"], entry: null }];
    await inWindow.call("drafts.drop", { key: "case" });
    expect(inWindow.host).toBe("window");
    expect(heard).toEqual([["cases"]]);
  });

  test("news is asked for again and again, until the window is locked", async () => {
    const heard: unknown[] = [];
    inWindow.onChanged((topics) => heard.push(topics));
    const stop = inWindow.onDragged((drag) => heard.push(drag));
    answers = [[{ changed: ["clocks"] }, { drag: "over" }], [{ drag: "dropped" }]];
    await inWindow.followNews();
    expect(heard).toEqual([["clocks"], "over", "dropped"]);
    stop();
    answers = [[{ drag: "left" }]];
    await inWindow.followNews();
    expect(heard).toHaveLength(3);
  });
});
