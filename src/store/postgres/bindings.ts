/** The values of one statement, and how its text names them: `$1`, `$2` and so on, in the order in which they are bound. */
import type { SqlValue } from "./database.ts";

/** Answers the name. */
export type Bind = (value: SqlValue) => string;

export class Bindings {
  readonly values: SqlValue[] = [];
  readonly bind: Bind = (value) => `$${this.values.push(value)}`;
}
