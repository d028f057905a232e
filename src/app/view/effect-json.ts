/** What is sent, or is to be, as programs read it. */

import { encodeId } from "../../core/public-id.ts";
import type { StoredEffect } from "../ports/effect-ports.ts";
import type { Workspace } from "../ports.ts";

export const effectJson = ({ idKey }: Workspace, effect: StoredEffect) => ({
  effect: encodeId("eff", idKey, effect.number),
  ...{ key: effect.key, kind: effect.kind, to: effect.target, state: effect.state, attempts: effect.attempts },
  import: encodeId("imp", idKey, effect.import),
  workflow: encodeId("wfl", idKey, effect.workflow),
  contact: encodeId("con", idKey, effect.contact),
  step: effect.step + 1,
  notBefore: new Date(effect.dueAt).toISOString(),
  createdAt: new Date(effect.createdAt).toISOString(),
  sentAt: effect.sentAt === null ? null : new Date(effect.sentAt).toISOString(),
  error: effect.error,
});
