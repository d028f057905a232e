/** Who sends a request, and as whom that one acts in which workspace. */

import type { Ports, Workspace } from "../app/ports.ts";
import { isEmbedToken } from "../app/workspace/embed-tokens.ts";
import { DEFAULT_WORKSPACE } from "../app/workspace/open-workspace.ts";
import type { Actor } from "../core/member/actor.ts";
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
type KeyHolder = {
  readonly workspace: number;
  readonly actor: Actor;
  readonly id: string;
  readonly number: number;
  readonly hint: string;
};

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

/** @param named slug of the workspace that the request names; null = none */
export async function actingIn(ports: Ports, caller: Caller, named: string | null): Promise<Result<Acting>> {
  if (caller.kind === "key") return actingByKey(ports, caller.key, named);
  if (caller.kind === "embed") return actingByKey(ports, caller.token, named);
  const { person } = caller;
  const memberships = await membershipsOf(ports, person);
  const found = memberships.find(({ workspace: { slug } }) => slug === (named ?? DEFAULT_WORKSPACE));
  if (found) return accept(found);
  const [only] = memberships;
  if (named === null && only) return accept(only);
  return refuse(noMember(named));
}

/** Workspaces that a person is in; an operator is in all of them. */
export async function membershipsOf(ports: Ports, { email, name, operator }: Person): Promise<readonly Acting[]> {
  const found: Acting[] = [];
  for (const workspace of await ports.store.workspaces.list()) {
    const members = await ports.store.members.list(workspace.number);
    const member = members.find((known) => known.email === email.toLowerCase() && known.removedAt === null);
    if (operator) found.push({ workspace, actor: { kind: "operator", name: email || name } });
    else if (member) found.push({ workspace, actor: { kind: "member", member } });
  }
  return found;
}

async function actingByKey(
  ports: Ports,
  key: Pick<KeyHolder, "workspace" | "actor">,
  named: string | null,
): Promise<Result<Acting>> {
  const workspace = await ports.store.workspaces.byNumber(key.workspace);
  if (workspace && (named === null || named === workspace.slug)) return accept({ workspace, actor: key.actor });
  return refuse(noMember(named));
}

/** The same whether the workspace exists or not: who is not in it is not told. */
const noMember = (named: string | null): Refusal =>
  named === null
    ? refuseWith("workspace_unknown", "You are a member of no workspace.").refusal
    : refuseWith("workspace_unknown", `There is no workspace ${named} that you are a member of.`).refusal;
