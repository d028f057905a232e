/** What a stage is recognised by: its name, within its pipeline. */
import { nameKey } from "../contact/identity-key.ts";
import type { KeyKind } from "../match/key-hash.ts";
import type { ObjectKeys } from "../match/object-keys.ts";

/** Part of the stored format, so numbers are never reused. */
const STAGE_KEY = { name: 1 } as const satisfies Record<string, KeyKind>;

export const stageKeys: ObjectKeys = {
  always: Object.values(STAGE_KEY),
  kindOf: (match) => (match === "name" ? STAGE_KEY.name : null),
  slots: (_, shape) => ["pipeline", "stage_name"].flatMap((key) => shape.index.get(key) ?? []),
  texts(_, { index }) {
    const [pipeline = -1, name = -1] = ["pipeline", "stage_name"].map((key) => index.get(key) ?? -1);
    return (at) => {
      const key = at(name) === "" ? "" : nameKey(at(name));
      return key === "" ? [] : [`${at(pipeline)}\u001f${key}`];
    };
  },
};

/** Pipelines are few and are looked through; none of their keys is indexed. */
export const pipelineKeys: ObjectKeys = { always: [], kindOf: () => null, slots: () => [], texts: () => () => [] };
