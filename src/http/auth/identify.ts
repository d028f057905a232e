/** Who sends a request: the key that it carries, or the session of its cookies. */
import { checkKey, noteKeyUse } from "../../app/workspace/api-keys.ts";
import { accept } from "../../core/problem/refusal.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Identify } from "../caller.ts";
import type { SignIn } from "./sign-in.ts";

/** @param log faults that keep nobody from going on */
export function identifyBy(signIn: Pick<SignIn, "identify">, log: (error: unknown) => void): Identify {
  /** Keys whose use is being written: of many requests at once one writes. */
  const noting = new Set<string>();
  return {
    async key(ports, text) {
      const checked = await checkKey(ports, text);
      if (!checked.ok) return checked;
      const { key, workspace, actor } = checked.value;
      const id = encodeId("key", workspace.idKey, key.number);
      const place = `${workspace.number}/${key.number}`;
      if (!noting.has(place)) {
        noting.add(place);
        await noteKeyUse(ports, checked.value)
          .catch(log)
          .finally(() => noting.delete(place));
      }
      return accept({ workspace, actor, id });
    },
    person: (headers) => signIn.identify(headers),
  };
}
