/** What programs read of an API key: never the key itself. */
import { encodeId } from "../../core/public-id.ts";
import type { ApiKey } from "../ports/key-store.ts";
import type { Workspace } from "../ports.ts";

export const keyJson = ({ idKey }: Pick<Workspace, "idKey">, { number, name, role, scopes, hint, ...key }: ApiKey) => ({
  id: encodeId("key", idKey, number),
  ...{ name, role, scopes, hint },
  createdBy: key.createdBy,
  createdAt: new Date(key.createdAt).toISOString(),
  ...{ expiresAt: moment(key.expiresAt), lastUsedAt: moment(key.lastUsedAt), revokedAt: moment(key.revokedAt) },
});

const moment = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
