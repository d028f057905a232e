/** Changes of fields that hold other objects' numbers, as people see them: an account's main contact, a contact's account. */
import type { Changes } from "../../core/plan/outcome.ts";
import { ACCOUNT_LINK } from "../../core/plan/shape.ts";
import type { SideChange } from "../../core/plan/side-change.ts";
import { encodeId, type IdPrefix } from "../../core/public-id.ts";

const LINKS: ReadonlyMap<string, IdPrefix> = new Map([
  ["contact", "con"],
  ["pipeline", "pip"],
  ["stage", "stg"],
]);

export function changesWithIds({ object, changes }: Pick<SideChange, "object" | "changes">, idKey: number): Changes {
  const prefixOf = (field: string): IdPrefix | null =>
    object === "account" && field === "main_contact"
      ? "con"
      : field === ACCOUNT_LINK
        ? "acc"
        : object === "opportunity"
          ? (LINKS.get(field) ?? null)
          : null;
  return Object.fromEntries(
    Object.entries(changes ?? {}).map(([field, [before, after]]) => {
      const prefix = prefixOf(field);
      const shown = (value: string | null): string | null =>
        value === null || prefix === null ? value : encodeId(prefix, idKey, Number(value));
      return [field, [shown(before), shown(after)]];
    }),
  );
}
