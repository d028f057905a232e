/** What a stage is recognised by: its name, within its pipeline. */
import { nameKey } from "../contact/identity-key.ts";
import type { KeyKind } from "../match/key-hash.ts";
import type { ObjectKeys } from "../match/object-keys.ts";

/** Part of the stored format, so numbers are never reused. */
const STAGE_KEY = { name: 1 } as const satisfies Record<string, KeyKind>;

/** By which a line says the pipeline that its stage is of. */
export const SAID_OF_PIPELINE = ["pipeline_id", "pipeline_name"] as const;

export const stageKeys: ObjectKeys = {
  always: Object.values(STAGE_KEY),
  kindOf: (match) => (match === "name" ? STAGE_KEY.name : null),
  slots: (_, shape) => ["pipeline", "stage_name"].flatMap((key) => shape.index.get(key) ?? []),
  texts(_, { index }) {
    const slotOf = (key: string): number => index.get(key) ?? -1;
    const [pipeline, name] = [slotOf("pipeline"), slotOf("stage_name")];
    const words = SAID_OF_PIPELINE.map(slotOf);
    return (at) => {
      const key = at(name) === "" ? "" : nameKey(at(name));
      // Until it is known which pipeline a line means, stages of the same name are told apart by what it says.
      const within = at(pipeline) || words.map((slot) => nameKey(at(slot))).join("\u001f");
      return key === "" ? [] : [`${within}\u001f${key}`];
    };
  },
};

/** Pipelines are few and are looked through; none of their keys is indexed. */
export const pipelineKeys: ObjectKeys = { always: [], kindOf: () => null, slots: () => [], texts: () => () => [] };
