/** What is sent, or is to be, as programs read it. */

import { encodeId } from "../../core/public-id.ts";
import type { StoredEffect } from "../ports/effect-ports.ts";
import type { Workspace } from "../ports.ts";

/** `import`, `workflow` and `contact` are null where it was caused by something else. */
export const effectJson = ({ idKey }: Workspace, effect: StoredEffect) => ({
  effect: encodeId("eff", idKey, effect.number),
  cause: effect.cause,
  ...{ key: effect.key, kind: effect.kind, to: effect.target, state: effect.state, attempts: effect.attempts },
  import: effect.import === null ? null : encodeId("imp", idKey, effect.import),
  workflow: effect.workflow === null ? null : encodeId("wfl", idKey, effect.workflow),
  contact: effect.contact === null ? null : encodeId("con", idKey, effect.contact),
  step: effect.workflow === null ? null : effect.step + 1,
  notBefore: new Date(effect.dueAt).toISOString(),
  createdAt: new Date(effect.createdAt).toISOString(),
  ...(effect.subject === null ? {} : { subject: effect.subject }),
  sentAt: effect.sentAt === null ? null : new Date(effect.sentAt).toISOString(),
  error: effect.error,
});
