/** A length of time as people write it: `10m`, `2 hours`, `1d`, or `none`. */
import { MAX_DURATION_MS, parseDuration, renderDuration } from "../workflow/duration.ts";
import type { PolicyValueKind } from "./policy-value.ts";

export const duration: PolicyValueKind<number> = {
  takes: "a length of time such as 10m, 2h or 1d, or none",
  form: { kind: "duration", options: [], none: "none" },
  parse: (text) => (/^\s*(none|0|off)\s*$/i.test(text) ? 0 : parseDuration(text)),
  render: (value) => (value === 0 ? "none" : renderDuration(value)),
  accepts: (value): value is number =>
    typeof value === "number" &&
    Number.isInteger(value) &&
    value >= 0 &&
    value <= MAX_DURATION_MS &&
    value % 1000 === 0,
};
