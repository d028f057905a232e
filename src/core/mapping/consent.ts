/**
 * Columns that say what a contact agreed to, the other way round from an opt-out: `Accepts Email Marketing = yes` means
 * not opted out. They are mapped only where every value of the column is known, with a map that turns them round; whoever
 * has not agreed counts as opted out, because mail that nobody asked for cannot be taken back.
 */
import { normaliseYesNo } from "../contact/types/yes-no.ts";
import type { ValueMap } from "../contact/value-map.ts";
import type { ColumnSamples } from "./column-samples.ts";
import { headerKey } from "./header-key.ts";
import { CONSENT_NAMES, STATUS_NAMES } from "./names/consent.ts";

export type Consent = { readonly field: "email_opt_out" | "sms_opt_out"; readonly values: ValueMap };

const TURNED: ValueMap = [
  ["yes", "no"],
  ["no", "yes"],
];

const STATUSES: ReadonlyMap<string, "yes" | "no"> = new Map([
  ...["subscribed", "opted in", "opt in", "opted-in", "opt-in", "confirmed", "granted", "given"].map(
    (word) => [word, "no"] as const,
  ),
  ...[
    ...[
      "unsubscribed",
      "never subscribed",
      "never_subscribed",
      "not subscribed",
      "not_subscribed",
      "non-subscribed",
      "nonsubscribed",
    ],
    ...[
      "no consent",
      "opted out",
      "opt out",
      "opted-out",
      "opt-out",
      "cleaned",
      "bounced",
      "pending",
      "pending confirmation",
    ],
    ...["withdrawn", "declined", "denied", "suppressed", "blocklisted", "blacklisted", "spam complaint"],
  ].map((word) => [word, "yes"] as const),
]);

const SPEAKS_OF_MAIL = /subscribe|opt(?:ed)?[ -]?(?:in|out)/i;

const keysOf = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(",")).map(headerKey);
const CONSENTS = new Map(
  CONSENT_NAMES.flatMap(({ field, names }) => keysOf(names).map((key) => [key, field] as const)),
);
const STATUS_KEYS = new Map(
  STATUS_NAMES.flatMap(({ field, names }) => keysOf(names).map((key) => [key, field] as const)),
);

/** Null where header or values speak of something else, or where there are no values to tell. */
export function consentOf(header: string, { values }: ColumnSamples): Consent | null {
  if (values.length === 0) return null;
  const key = headerKey(header);
  const agreed = CONSENTS.get(key);
  if (agreed !== undefined && values.every(isYesNo)) return { field: agreed, values: TURNED };
  // `Pending` and `Declined` alone are the states of invoices and invitations as well.
  const spoken = values.some((value) => SPEAKS_OF_MAIL.test(value));
  const field = agreed ?? (spoken ? STATUS_KEYS.get(key) : undefined);
  const isStatus = values.every((value) => STATUSES.has(value.toLowerCase()));
  return field !== undefined && isStatus ? { field, values: [...STATUSES] } : null;
}

const isYesNo = (value: string): boolean => typeof normaliseYesNo(value) === "string";
