import type { CaseFilter } from "../../ipc/contract";

/** A filter that leaves out no case. */
export const everyCase: CaseFilter = {
  open: null,
  kind: null,
  stage: null,
  unit: null,
  owner: null,
  urgency: null,
  due: null,
  receivedFrom: null,
  receivedTo: null,
  text: null,
  person: null,
};
