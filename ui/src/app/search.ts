import type { Id } from "../ipc/contract";

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id in an address, or nothing: addresses are typed, kept and cut short. */
export function readId(raw: unknown): Id | null {
  return typeof raw === "string" && ID.test(raw) ? raw : null;
}

/** `/cases/new?patient=…` */
export function readNewCase(raw: Record<string, unknown>): { patient?: Id } {
  const patient = readId(raw.patient);
  return patient === null ? {} : { patient };
}

/** `/cases/<id>?at=…`, the clock or promise to show first. */
export function readCase(raw: Record<string, unknown>): { at?: Id } {
  const at = readId(raw.at);
  return at === null ? {} : { at };
}
