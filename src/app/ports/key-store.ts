/** A port: where the API keys of workspaces are kept. The keys themselves are nowhere, only their digests. */
import type { Role } from "../../core/member/member.ts";
import type { Scope } from "../../core/member/scopes.ts";
import type { Result } from "../../core/problem/refusal.ts";

export type ApiKey = {
  readonly number: number;
  readonly name: string;
  /** As it was made; its maker may have less by now. */
  readonly role: Role;
  readonly scopes: readonly Scope[];
  /** How the key begins: finds it, and lets people tell keys apart. Long enough that no two keys share it by chance. */
  readonly hint: string;
  /** Number of the member who made it; null = the operator. */
  readonly maker: number | null;
  /** Who made it, as records name them. */
  readonly createdBy: string;
  /** Milliseconds since 1970, as are the others. */
  readonly createdAt: number;
  /** Null = never. */
  readonly expiresAt: number | null;
  /** Written at most once a minute. */
  readonly lastUsedAt: number | null;
  readonly revokedAt: number | null;
};

export type NewKey = Omit<ApiKey, "number" | "lastUsedAt" | "revokedAt"> & {
  /** Hex SHA-256 of the whole key. */
  readonly digest: string;
};

export type FoundKey = {
  readonly key: ApiKey;
  readonly workspace: number;
  readonly digest: string;
  /** The role of the member who made it, if that is a member now. */
  readonly makerRole: Role | null;
};

export interface KeyStore {
  /** In the order they were made; those that were revoked, too. */
  list(workspace: number): Promise<readonly ApiKey[]>;
  /** A name is given once among the keys of a workspace that were not revoked. */
  add(workspace: number, key: NewKey): Promise<Result<ApiKey>>;
  /** In all workspaces, as a key says by itself whose it is. */
  beginningWith(hint: string): Promise<readonly FoundKey[]>;
  /** A key that was revoked already stays as it is. */
  revoke(workspace: number, number: number, at: number): Promise<void>;
  /** The key was used at this time, unless a later use is known. */
  used(workspace: number, number: number, at: number): Promise<void>;
}
