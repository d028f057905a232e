/** API keys of a workspace. */
import { keyJson } from "../../app/view/key-json.ts";
import { createKey, listKeys, revokeKey } from "../../app/workspace/api-keys.ts";
import { accept } from "../../core/problem/refusal.ts";
import type { Bind } from "../bind.ts";
import * as contract from "../contract/keys.ts";

export function bindKeys(bind: Bind): void {
  bind(contract.listKeys, async ({ query: { revoked }, ...hand }) => {
    const listed = (await listKeys(hand)).filter((key) => revoked || key.revokedAt === null);
    return accept({ items: listed.map((key) => keyJson(hand.workspace, key)) });
  });

  bind(contract.createKey, async ({ body, ...hand }) => {
    const made = await createKey(hand, body);
    return made.ok ? accept({ key: made.value.text, ...keyJson(hand.workspace, made.value.key) }) : made;
  });

  bind(contract.revokeKey, async ({ params, ...hand }) => {
    const revoked = await revokeKey(hand, params.id);
    return revoked.ok ? accept(keyJson(hand.workspace, revoked.value)) : revoked;
  });
}
