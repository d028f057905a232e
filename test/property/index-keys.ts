/** The identity index as it has to be, from what contacts hold. */
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { ALWAYS_INDEXED, keyHash } from "../../src/core/match/key-hash.ts";
import { heldKeys } from "../../src/core/match/match-keys.ts";
import { ACCOUNT_LINK, compileShape } from "../../src/core/plan/shape.ts";
import type { Snapshot } from "./world.ts";

/** What the identity index must hold for these contacts: no key less, no key more. */
export function keysOf({ contacts }: Snapshot): readonly string[] {
  const shape = compileShape([], BUILTIN_FIELDS);
  const read = heldKeys(shape, ALWAYS_INDEXED);
  return contacts.flatMap(({ number, values, account }) => {
    const held = new Map(account === null ? values : [...values, [ACCOUNT_LINK, String(account)]]);
    return read((slot) => held.get(shape.slots[slot]?.key ?? "") ?? "").map(
      ({ kind, text }) => `${kind}:${keyHash(text)}:${number}`,
    );
  });
}
