/** Who sends a request, and as whom that one acts in which workspace. */

import type { Ports, Workspace } from "../app/ports.ts";
import { isEmbedToken } from "../app/workspace/embed-tokens.ts";
import { DEFAULT_WORKSPACE } from "../app/workspace/open-workspace.ts";
import type { Actor } from "../core/member/actor.ts";
import { isPresent, type Member, type Role } from "../core/member/member.ts";
import { type Action, deniedAction } from "../core/member/permissions.ts";
import { accept, type Refusal, type Result, refuse, refuseWith } from "../core/problem/refusal.ts";

/** Somebody with an account. */
export type Person = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Runs the server: may do everything in every workspace. */
  readonly operator: boolean;
};

/** The workspace is the key's own. */
type KeyHolder = Acting & { readonly id: string; readonly number: number; readonly hint: string };

/** Somebody in a page of another product, by a token that was made with this key. */
type TokenHolder = Pick<KeyHolder, "workspace" | "actor" | "id"> & {
  readonly person: string;
  readonly origins: readonly string[];
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
};

export type Caller =
  | { readonly kind: "person"; readonly person: Person }
  | { readonly kind: "key"; readonly key: KeyHolder }
  | { readonly kind: "embed"; readonly token: TokenHolder };

/** How requests say who sends them. */
export type Identify = {
  /** `Authorization: Bearer mst_…`. */
  key(ports: Ports, text: string): Promise<Result<KeyHolder>>;
  /** `Authorization: Bearer mse_…`. */
  token(ports: Ports, text: string): Promise<Result<TokenHolder>>;
  /** The session that the cookies name; null = none. */
  person(headers: Headers): Promise<Person | null>;
};

/** The same one again and again, whatever name it goes by: what it has begun is its own. */
export function callerName(caller: Caller): string {
  switch (caller.kind) {
    case "person":
      return `person:${caller.person.id}`;
    case "key":
      return `key:${caller.key.id}`;
    case "embed":
      return `embed:${caller.token.id}:${caller.token.person}`;
  }
}

export async function findCaller(identify: Identify, ports: Ports, headers: Headers): Promise<Result<Caller>> {
  const [scheme, text] = (headers.get("authorization") ?? "").split(/\s+/);
  if (scheme?.toLowerCase() === "bearer" && text !== undefined) {
    if (isEmbedToken(text)) {
      const token = await identify.token(ports, text);
      return token.ok ? accept({ kind: "embed", token: token.value }) : token;
    }
    const key = await identify.key(ports, text);
    return key.ok ? accept({ kind: "key", key: key.value }) : key;
  }
  const person = await identify.person(headers);
  return person ? accept({ kind: "person", person }) : signedOut();
}

const signedOut = (): Result<never> => refuseWith("signed_out", "This needs an API key or a session.");

export type Acting = { readonly workspace: Workspace; readonly actor: Actor };

export type Wanted = {
  readonly need: Action;
  /** Slug of the workspace that the request names; null = none. */
  readonly named: string | null;
};

/** As whom a caller does something that not everybody may. */
export async function actingFor(ports: Ports, caller: Caller, { need, named }: Wanted): Promise<Result<Acting>> {
  const acting = await actingIn(ports, caller, named);
  if (!acting.ok) return acting;
  const denied = deniedAction(acting.value.actor, need, acting.value.workspace.policy);
  return denied ? refuse(denied) : acting;
}

/** @param named slug of the workspace that the request names; null = none */
export async function actingIn(ports: Ports, caller: Caller, named: string | null): Promise<Result<Acting>> {
  if (caller.kind === "key") return actingByKey(caller.key, named);
  if (caller.kind === "embed") return actingByKey(caller.token, named);
  const workspace = await ports.store.workspaces.bySlug(named ?? DEFAULT_WORKSPACE);
  const found = workspace && (await actingAs(ports, caller.person, workspace));
  if (found) return accept(found);
  const [only] = named === null ? await membershipsOf(ports, caller.person) : [];
  return only ? accept(only) : refuse(noMember(named));
}

/** Null = no member: an operator, who need be none, or a key. */
export type Membership = Acting & { readonly role: Role | null };

/** Workspaces that a person is in, by their slugs; an operator is in all of them. */
export async function membershipsOf(ports: Ports, person: Person): Promise<readonly Membership[]> {
  const found: Membership[] = [];
  for (const workspace of await workspacesOf(ports, person)) {
    const acting = await actingAs(ports, person, workspace);
    if (!acting) continue;
    // An operator may be a member besides.
    const member = acting.actor.kind === "member" ? acting.actor.member : await memberIn(ports, person, workspace);
    found.push({ ...acting, role: member?.role ?? null });
  }
  return found;
}

async function workspacesOf({ store }: Ports, { email, operator }: Person): Promise<readonly Workspace[]> {
  if (operator) return store.workspaces.list();
  const found: Workspace[] = [];
  for (const number of await store.members.workspacesOf(email.toLowerCase())) {
    const workspace = await store.workspaces.byNumber(number);
    if (workspace) found.push(workspace);
  }
  return found.sort((one, other) => (one.slug < other.slug ? -1 : 1));
}

/** Null = not in it. */
async function actingAs(ports: Ports, person: Person, workspace: Workspace): Promise<Acting | null> {
  const { email, name, operator } = person;
  if (operator) return { workspace, actor: { kind: "operator", name: email || name } };
  const member = await memberIn(ports, person, workspace);
  return member ? { workspace, actor: { kind: "member", member } } : null;
}

async function memberIn({ store }: Ports, { email }: Person, { number }: Workspace): Promise<Member | null> {
  const member = await store.members.byEmail(number, email.toLowerCase());
  return member && isPresent(member) ? member : null;
}

function actingByKey({ workspace, actor }: Acting, named: string | null): Result<Acting> {
  return named === null || named === workspace.slug ? accept({ workspace, actor }) : refuse(noMember(named));
}

/** The same whether the workspace exists or not: who is not in it is not told. */
const noMember = (named: string | null): Refusal =>
  named === null
    ? refuseWith("workspace_unknown", "You are a member of no workspace.").refusal
    : refuseWith("workspace_unknown", `There is no workspace ${named} that you are a member of.`).refusal;
