/** What has been decided so far about the columns of a file, and which fields are spoken for. */
import { type Field, LIST_TYPES } from "../contact/field.ts";
import { OPT_OUTS } from "../contact/opt-outs.ts";
import type { Candidate } from "./column-candidates.ts";
import type { ColumnMapping, ColumnTarget } from "./column-mapping.ts";
import type { ColumnSamples } from "./column-samples.ts";
import type { NameIndex } from "./name-index.ts";
import { overflowField } from "./overflow-field.ts";

export type Column = {
  readonly column: number;
  readonly header: string;
  readonly samples: ColumnSamples;
};

/** A kept column whose name is `""` is named after its header when all names are known. */
export type Decision = Pick<ColumnMapping, "target" | "values" | "foundBy" | "confidence" | "reason">;

const NOWHERE: ColumnTarget = { to: "ignore" };
/** Below this the values speak against the header: good enough for the field that it names, not for the list beside it. */
const SURE_ENOUGH_FOR_LIST = 0.55;

/** Of several columns that say what is not to be sent, one that says so is enough. */
export const takesSeveral = (field: Field): boolean =>
  LIST_TYPES.has(field.type) || field.type === "long_text" || (field.builtin && OPT_OUTS.has(field.key));

/** `reason`: why no field was found; the policy's own words come behind it. */
export const undecided = (reason: string): Decision => ({ target: NOWHERE, foundBy: "policy", confidence: 0, reason });

export class Assignment {
  readonly #decisions = new Map<number, Decision>();
  readonly #taken = new Set<string>();

  decisionOf(column: number): Decision | undefined {
    return this.#decisions.get(column);
  }

  isTaken(field: string): boolean {
    return this.#taken.has(field);
  }

  decide(column: number, decision: Decision): void {
    if (decision.target.to === "field") this.#taken.add(decision.target.field);
    this.#decisions.set(column, decision);
  }

  /** Gives the column the first of its candidates that is free, or the list beside it; false where none is. */
  offer(column: number, candidates: readonly Candidate[], index: NameIndex): boolean {
    for (const { field, values, foundBy, confidence, reason, isLast } of candidates) {
      if (isLast && this.#taken.has(field.key)) continue;
      if (!this.#taken.has(field.key) || takesSeveral(field)) {
        const turned = values === undefined ? {} : { values };
        this.decide(column, { target: { to: "field", field: field.key }, ...turned, foundBy, confidence, reason });
        return true;
      }
      const list = overflowField(field, index);
      if (list === null || confidence < SURE_ENOUGH_FOR_LIST) continue;
      this.decide(column, {
        target: { to: "field", field: list.key },
        foundBy,
        confidence: Math.min(confidence, 0.85),
        reason: `${reason}; another column is already ${field.label}, so this one goes to ${list.label}`,
      });
      return true;
    }
    return false;
  }
}
