/** Who acts: a member in a role, or the operator of the machine that the data is on, who may do everything. */
import type { Member } from "./member.ts";

export type Actor =
  | { readonly kind: "operator"; readonly name: string }
  | { readonly kind: "member"; readonly member: Member };

/** As records name who did something: the member's address, or the operator's account on the machine. */
export const actorName = (actor: Actor): string => (actor.kind === "member" ? actor.member.email : actor.name);
