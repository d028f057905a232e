/** Tokens for the import wizard in pages of other products. */
import { createEmbedToken } from "../../app/workspace/embed-tokens.ts";
import { accept, refuse } from "../../core/problem/refusal.ts";
import type { Bind } from "../bind.ts";
import * as contract from "../contract/embed.ts";

export function bindEmbed(bind: Bind): void {
  bind(contract.createEmbedToken, async ({ ports, parts: { sign }, workspace, caller, body }) => {
    if (caller.kind !== "key")
      return refuse({
        code: "permission_denied",
        message: "A token for embedding is made with an API key, by which it can be ended.",
        fix: "Send Authorization: Bearer mst_… from your server.",
      });
    const made = await createEmbedToken({ ports, workspace, sign }, caller.key, body);
    if (!made.ok) return made;
    const { text, expiresAt, origins } = made.value;
    return accept({
      ...{ token: text, expiresAt: new Date(expiresAt).toISOString(), origins: [...origins] },
      workspace: workspace.slug,
    });
  });
}
