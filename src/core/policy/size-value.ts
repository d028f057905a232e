/** A number of bytes as people write it: `30MB`, `1.5 GiB`, `31457280`, or `none` for no cap. */
import type { PolicyValueKind } from "./policy-value.ts";

const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  tb: 1e12,
  kib: 2 ** 10,
  mib: 2 ** 20,
  gib: 2 ** 30,
  tib: 2 ** 40,
};
const SHOWN_UNITS = ["TB", "TiB", "GB", "GiB", "MB", "MiB", "KB", "KiB"];

const isBytes = (value: number): boolean => Number.isSafeInteger(value) && value > 0;

export const size: PolicyValueKind<number | null> = {
  takes: "a size such as 30MB, or none",
  form: { kind: "size", options: [], none: "none" },
  parse(text) {
    const known = text.trim().toLowerCase();
    if (known === "none" || known === "unlimited") return null;
    const [, digits = "", unit = ""] = /^(\d{1,15}(?:\.\d{1,3})?)\s*([kmgt]?i?b?)$/.exec(known) ?? [];
    const scale = UNITS[unit] ?? UNITS[`${unit}b`];
    const bytes = scale === undefined || digits === "" ? Number.NaN : Math.round(Number(digits) * scale);
    return isBytes(bytes) ? bytes : undefined;
  },
  render(value) {
    if (value === null) return "none";
    const unit = SHOWN_UNITS.find((shown) => value % (UNITS[shown.toLowerCase()] ?? 1) === 0);
    return unit === undefined ? `${value}B` : `${value / (UNITS[unit.toLowerCase()] ?? 1)}${unit}`;
  },
  accepts: (value): value is number | null => value === null || (typeof value === "number" && isBytes(value)),
};
