/** A file that waits for its import, as both databases keep it. */
import type { Upload, WaitingUpload } from "../../app/ports/upload-store.ts";
import type { DbRow } from "../db-row.ts";

export const UPLOAD_COLUMNS = "workspace_id, owner, upload_id, name, bytes, key, created_at, expires_at";

export const asUpload = ([workspace, owner, number, name, bytes, key, createdAt, expiresAt]: DbRow): Upload => ({
  workspace: Number(workspace),
  owner: String(owner),
  number: Number(number),
  name: String(name),
  bytes: bytes === null ? null : Number(bytes),
  key: key === null ? null : String(key),
  createdAt: Number(createdAt),
  expiresAt: Number(expiresAt),
});

/** Number, name, key and bytes, in this order. */
export const asWaiting = (workspace: number, [number, name, key, bytes]: DbRow): WaitingUpload => ({
  ...{ workspace, number: Number(number), name: String(name) },
  ...{ key: String(key), bytes: Number(bytes) },
});
