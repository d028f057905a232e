/** Who sends a request: the key or the token that it carries, or the session of its cookies. */
import { checkKey, noteKeyUse } from "../../app/workspace/api-keys.ts";
import { checkEmbedToken, type Sign } from "../../app/workspace/embed-tokens.ts";
import { accept } from "../../core/problem/refusal.ts";
import { encodeId } from "../../core/public-id.ts";
import type { Identify } from "../caller.ts";
import type { SignIn } from "./sign-in.ts";

type Means = {
  readonly signIn: Pick<SignIn, "identify">;
  /** With which tokens for embedding are signed. */
  readonly sign: Sign;
  /** Faults that keep nobody from going on. */
  readonly log: (error: unknown) => void;
};

export function identifyBy({ signIn, sign, log }: Means): Identify {
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
      return accept({ workspace, actor, id, number: key.number, hint: key.hint });
    },
    async token(ports, text) {
      const checked = await checkEmbedToken({ ports, sign }, text);
      if (!checked.ok) return checked;
      const { key, workspace, ...rest } = checked.value;
      return accept({ ...rest, workspace, id: `${workspace.number}/${key.number}` });
    },
    person: (headers) => signIn.identify(headers),
  };
}
