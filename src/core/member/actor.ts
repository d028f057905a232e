/** Who acts: a member in a role, an API key, or the operator of the machine that the data is on, who may do everything. */
import type { Member, Role } from "./member.ts";
import type { Scope } from "./scopes.ts";

export type Actor =
  | { readonly kind: "operator"; readonly name: string }
  | { readonly kind: "member"; readonly member: Member }
  | KeyActor;

/** May do what both its role and its scopes allow. */
export type KeyActor = {
  readonly kind: "key";
  readonly name: string;
  readonly role: Role;
  readonly scopes: readonly Scope[];
  /** Of another product, in whose page the key lets them import. */
  readonly user?: string;
};

/**
 * As records name who did something: the member's address, `key NAME`, `USER (key NAME)` in a page of another product, or the
 * operator's account on the machine.
 */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case "operator":
      return actor.name;
    case "member":
      return actor.member.email;
    case "key":
      return actor.user === undefined ? `key ${actor.name}` : `${actor.user} (key ${actor.name})`;
  }
}
