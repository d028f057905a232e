/** What an opportunity is recognised by, and how the index holds it. */
import { externalIdKey, nameKey } from "../contact/identity-key.ts";
import type { KeyKind } from "../match/key-hash.ts";
import type { ObjectKeys, ValueAt } from "../match/object-keys.ts";
import type { ImportShape } from "../plan/shape.ts";

/** Part of the stored format, so numbers are never reused. `of_contact` is how the opportunities of a contact are found. */
export const OPPORTUNITY_KEY = { external_id: 1, name: 2, of_contact: 3 } as const satisfies Record<string, KeyKind>;

const SEPARATOR = "\u001f";

export const opportunityKeys: ObjectKeys = {
  always: Object.values(OPPORTUNITY_KEY),
  kindOf: (match) =>
    match === "external_id" ? OPPORTUNITY_KEY.external_id : match === "name" ? OPPORTUNITY_KEY.name : null,
  slots(kind, shape) {
    if (kind === OPPORTUNITY_KEY.external_id) return shape.externalIdSlots;
    const fields = kind === OPPORTUNITY_KEY.name ? ["contact", "pipeline", "name"] : ["contact"];
    return fields.flatMap((key) => shape.index.get(key) ?? []);
  },
  texts(kind, shape) {
    if (kind === OPPORTUNITY_KEY.external_id)
      return (at) => shape.externalIdSlots.flatMap((slot) => (at(slot) === "" ? [] : [externalIdKey(at(slot))]));
    if (kind === OPPORTUNITY_KEY.name) return nameTexts(shape);
    const contact = shape.index.get("contact") ?? -1;
    return (at) => (at(contact) === "" ? [] : [at(contact)]);
  },
  // Two ids of another system are two opportunities, whatever they are called.
  partedBy: (kind, shape) => (kind === OPPORTUNITY_KEY.name ? (shape.index.get("external_id") ?? null) : null),
};

/** A name counts among the opportunities of one contact in one pipeline. */
function nameTexts({ index }: ImportShape): (at: ValueAt) => readonly string[] {
  const [contact = -1, pipeline = -1, name = -1] = ["contact", "pipeline", "name"].map((key) => index.get(key) ?? -1);
  return (at) => {
    const key = at(name) === "" ? "" : nameKey(at(name));
    return key === "" ? [] : [[at(contact), at(pipeline), key].join(SEPARATOR)];
  };
}
