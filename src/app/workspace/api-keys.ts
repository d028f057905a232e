/** API keys of a workspace: made, listed, revoked, and checked when a program sends one. A key is shown once and kept nowhere. */
import { hash, timingSafeEqual } from "node:crypto";
import { collapseLine } from "../../core/contact/types/clean-text.ts";
import { type Actor, actorName, type KeyActor } from "../../core/member/actor.ts";
import { ROLES, type Role } from "../../core/member/member.ts";
import { SCOPES, type Scope } from "../../core/member/scopes.ts";
import { accept, type Refused, type Result, refuseNaming, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { decodeId } from "../../core/public-id.ts";
import { NAME_CHARS } from "../limits.ts";
import type { ApiKey, FoundKey } from "../ports/key-store.ts";
import type { Ports, Workspace } from "../ports.ts";
import { readExpiry } from "./key-expiry.ts";

/** The keys of a workspace in somebody's hands. */
export type KeysInHand = {
  readonly ports: Pick<Ports, "store" | "now" | "secret">;
  readonly workspace: Workspace;
  readonly actor: Actor;
};

/** Texts as a person writes them. */
export type KeyTexts = {
  readonly name: string;
  /** Absent = `DEFAULT_SCOPES`. */
  readonly scopes?: readonly string[] | undefined;
  /** Absent = admin where a scope is admin, else editor; never above whoever makes it. */
  readonly role?: string | undefined;
  /** `90d`, `2027-01-31` or `never`. Absent = `DEFAULT_EXPIRY`. */
  readonly expires?: string | undefined;
};

export const DEFAULT_SCOPES: readonly Scope[] = ["read", "import", "write"];

const PREFIX = "mst_";
const KEY = /^mst_[A-Za-z0-9_-]{43}$/;
/** 48 of the 256 random bits say which key it is; the others remain a secret. */
const HINT_CHARS = PREFIX.length + 8;
const USE_NOTED_MS = 60_000;

export type MadeKey = {
  /** To be shown now or never. */
  readonly text: string;
  readonly key: ApiKey;
};

export async function createKey({ ports, workspace, actor }: KeysInHand, texts: KeyTexts): Promise<Result<MadeKey>> {
  const name = collapseLine(texts.name);
  if (typeof name !== "string" || name === "" || name.length > NAME_CHARS)
    return refuseNaming("key_invalid", [texts.name], `“${shown(texts.name)}” cannot be a key's name.`);
  if (actor.kind === "key") return refuseWith("permission_denied", "No key may make keys.");
  const scopes = readScopes(texts.scopes ?? DEFAULT_SCOPES);
  if (!scopes.ok) return scopes;
  const role = readRole(texts.role, scopes.value, actor);
  if (!role.ok) return role;
  const createdAt = ports.now();
  const expiresAt = readExpiry(texts.expires, createdAt);
  if (!expiresAt.ok) return expiresAt;
  const text = `${PREFIX}${ports.secret()}`;
  const added = await ports.store.keys.add(workspace.number, {
    ...{ name, role: role.value, scopes: scopes.value, createdAt, expiresAt: expiresAt.value },
    ...{ hint: text.slice(0, HINT_CHARS), digest: hash("sha256", text) },
    maker: actor.kind === "member" ? actor.member.number : null,
    createdBy: actorName(actor),
  });
  return added.ok ? accept({ text, key: added.value }) : added;
}

/** Admins and the operator see all keys, others their own. */
export async function listKeys({ ports, workspace, actor }: KeysInHand): Promise<readonly ApiKey[]> {
  const all = await ports.store.keys.list(workspace.number);
  return all.filter((key) => isTheirs(key, actor));
}

/** @param which id or name */
export async function revokeKey(hand: KeysInHand, which: string): Promise<Result<ApiKey>> {
  const { ports, workspace } = hand;
  const number = decodeId("key", workspace.idKey, which);
  const theirs = await listKeys(hand);
  // Of several with a name at most one is not revoked.
  const named = theirs.filter(({ name }) => name === which.trim());
  const found =
    theirs.find((key) => key.number === number) ?? named.find(({ revokedAt }) => revokedAt === null) ?? named.at(-1);
  if (!found)
    return refuseNaming(
      "key_not_there",
      [which],
      `No key of the workspace ${workspace.slug} has the name “${shown(which)}”.`,
    );
  if (found.revokedAt !== null)
    return refuseNaming("key_not_there", [found.name], `The key ${shown(found.name)} was revoked already.`);
  const at = ports.now();
  await ports.store.keys.revoke(workspace.number, found.number, at);
  return accept({ ...found, revokedAt: at });
}

export type CheckedKey = { readonly key: ApiKey; readonly workspace: Workspace; readonly actor: KeyActor };

/** Whose a key is that somebody has sent, and what may be done with it. Writes nothing. */
export async function checkKey(ports: Pick<Ports, "store" | "now">, text: string): Promise<Result<CheckedKey>> {
  const unknown = (): Refused => refuseWith("key_unknown", "The key is none of this server's.");
  if (!KEY.test(text)) return unknown();
  const digest = Buffer.from(hash("sha256", text));
  const found = (await ports.store.keys.beginningWith(text.slice(0, HINT_CHARS))).find((one) =>
    timingSafeEqual(digest, Buffer.from(one.digest)),
  );
  const workspace = found ? await ports.store.workspaces.byNumber(found.workspace) : null;
  if (!found || !workspace) return unknown();
  const actor = actorOfKey(found, ports.now());
  return actor.ok ? accept({ key: found.key, workspace, actor: actor.value }) : actor;
}

/** What a key may do now, if it still counts. */
export function actorOfKey({ key, makerRole }: Pick<FoundKey, "key" | "makerRole">, now: number): Result<KeyActor> {
  if (key.revokedAt !== null) return refuseWith("key_revoked", `The key ${key.name} was revoked.`);
  if (key.expiresAt !== null && key.expiresAt <= now)
    return refuseWith("key_expired", `The key ${key.name} has expired on ${day(key.expiresAt)}.`);
  if (key.maker !== null && makerRole === null)
    return refuseWith("key_revoked", `${key.createdBy}, who made the key ${key.name}, is no longer a member.`);
  const role = makerRole === null ? key.role : lowerRole(key.role, makerRole);
  return accept({ kind: "key", name: key.name, role, scopes: key.scopes });
}

/** Remembers that a key was used: at most once a minute, as every request with a key would write otherwise. */
export async function noteKeyUse(
  ports: Pick<Ports, "store" | "now">,
  { key, workspace }: Pick<CheckedKey, "key" | "workspace">,
): Promise<void> {
  const now = ports.now();
  if (key.lastUsedAt === null || now - key.lastUsedAt >= USE_NOTED_MS)
    await ports.store.keys.used(workspace.number, key.number, now);
}

const isTheirs = (key: ApiKey, actor: Actor): boolean =>
  actor.kind === "operator" ||
  (actor.kind === "member" && (actor.member.role === "admin" || key.maker === actor.member.number));

function readScopes(texts: readonly string[]): Result<readonly Scope[]> {
  const asked = texts.flatMap((text) => text.toLowerCase().split(/[\s,]+/)).filter((text) => text !== "");
  const wrong = asked.find((text) => !SCOPES.some((scope) => scope === text));
  if (wrong !== undefined)
    return refuseNaming("key_invalid", [wrong], `There is no scope “${shown(wrong)}”; there are ${SCOPES.join(", ")}.`);
  if (asked.length === 0) return refuseWith("key_invalid", "The key has no scope.");
  return accept(SCOPES.filter((scope) => asked.includes(scope)));
}

function readRole(text: string | undefined, scopes: readonly Scope[], actor: Actor): Result<Role> {
  const own: Role = actor.kind === "member" ? actor.member.role : "admin";
  if (text === undefined) return accept(lowerRole(scopes.includes("admin") ? "admin" : "editor", own));
  const role = ROLES.find((one) => one === text.toLowerCase());
  if (role === undefined)
    return refuseNaming("key_invalid", [text], `There is no role “${shown(text)}”; there are ${ROLES.join(", ")}.`);
  if (lowerRole(role, own) !== role)
    return refuseWith("key_invalid", `A key may not do more than its maker: your role is ${own}.`);
  return accept(role);
}

/** The role of the two that may do less. */
export const lowerRole = (one: Role, other: Role): Role => (ROLES.indexOf(one) > ROLES.indexOf(other) ? one : other);

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
