/** What an enrichment service says of a profile, checked: it is about the person that was asked for, and every value can be held. */
import { BUILTIN_FIELDS } from "../contact/builtin-fields.ts";
import { normaliseLinkedinUrl } from "../contact/types/linkedin-url.ts";
import { valueReader } from "../contact/value-reader.ts";
import type { ValueSettings } from "../contact/value-settings.ts";

/** Fields that a profile can fill, by the names that the service uses. */
export const PROFILE_FIELDS = [
  "full_name",
  "first_name",
  "last_name",
  "job_title",
  "account_name",
  "account_domain",
  "email",
  "phone",
  "website",
  "city",
  "state",
  "country",
] as const;

export type FoundProfile =
  | { readonly state: "found"; readonly values: ReadonlyMap<string, string> }
  /** There is no such profile. */
  | { readonly state: "missing" }
  /** The service did not answer, or not as it must. `reason`: a few words, none of them the service's own. */
  | { readonly state: "failed"; readonly reason: string };

const failed = (reason: string): FoundProfile => ({ state: "failed", reason });

/** A value stands alone here: no column tells how it is meant. */
const SETTINGS: ValueSettings = {
  country: "",
  dateOrder: "unknown",
  decimalMark: "unknown",
  multiSeparators: [],
  createOptions: false,
};

const READERS = BUILTIN_FIELDS.filter(({ key }) => PROFILE_FIELDS.some((known) => known === key)).map((field) => ({
  key: field.key,
  read: valueReader(field, SETTINGS),
}));

/** @param url the address that was asked for, in its canonical form */
export function readProfile(json: unknown, url: string): FoundProfile {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return failed("the answer is no profile");
  const answer = new Map(Object.entries(json));
  const about = answer.get("linkedin_url");
  if (typeof about !== "string" || normaliseLinkedinUrl(about) !== url)
    return failed("the answer is about somebody else");
  const values = new Map<string, string>();
  for (const { key, read } of READERS) {
    const given = answer.get(key);
    if (given === undefined || given === null || given === "") continue;
    if (typeof given !== "string") return failed(`the answer's ${key} is no text`);
    const value = read(given);
    // One that cannot be read, such as a masked number, is left out: the others say who it is.
    if (typeof value === "string" && value !== "") values.set(key, value);
  }
  return values.has("full_name") || values.has("first_name") || values.has("last_name")
    ? { state: "found", values }
    : failed("the answer names nobody");
}
