/** An API key as both databases keep it. */
import type { ApiKey } from "../../app/ports/key-store.ts";
import type { Role } from "../../core/member/member.ts";
import type { Scope } from "../../core/member/scopes.ts";
import type { DbRow } from "../db-row.ts";

export const KEY_COLUMNS =
  "key_id, name, role, scopes, hint, maker, created_by, created_at, expires_at, last_used_at, revoked_at";

export const asKey = ([number, name, role, scopes, hint, maker, createdBy, ...times]: DbRow): ApiKey => {
  const [createdAt, expiresAt = null, lastUsedAt = null, revokedAt = null] = times.map((time) =>
    time === null ? null : Number(time),
  );
  return {
    number: Number(number),
    name: String(name),
    role: String(role) as Role,
    scopes: JSON.parse(String(scopes)) as readonly Scope[],
    hint: String(hint),
    maker: maker === null ? null : Number(maker),
    createdBy: String(createdBy),
    createdAt: createdAt ?? 0,
    ...{ expiresAt, lastUsedAt, revokedAt },
  };
};
