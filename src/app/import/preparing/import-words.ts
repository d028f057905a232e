/** The options of an import as programs and assistants say them, and the request they amount to. */

import type { Actor } from "../../../core/member/actor.ts";
import { LINES_OF, linesOf } from "../../../core/object/lines-of.ts";
import { countryValue } from "../../../core/policy/country-value.ts";
import type { DateOrder, ImportMode } from "../../../core/policy/policy.ts";
import { accept, type Result, refuseNaming, refuseWith } from "../../../core/problem/refusal.ts";
import { shown } from "../../../core/problem/shown-text.ts";
import { type DialectWords, dialectOverrides } from "../../../core/tabular/dialect-words.ts";
import type { Workspace } from "../../ports.ts";
import type { ImportChange } from "../changing/change-import.ts";
import { importPolicy } from "./import-policy.ts";
import type { ImportRequest } from "./import-request.ts";

/** What may be changed before the start. An empty owner = none. */
export type ChangeWords = DialectWords & {
  readonly sheet?: string | undefined;
  readonly mode?: ImportMode | undefined;
  readonly preset?: string | undefined;
  /** `Header=field` texts. */
  readonly map?: readonly string[] | undefined;
  readonly mapping?: string | undefined;
  /** `key=value` texts. */
  readonly set?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly owner?: string | undefined;
  readonly country?: string | undefined;
  readonly dateOrder?: DateOrder | "none" | undefined;
  readonly dnt?: boolean | undefined;
  readonly overrideOwners?: boolean | undefined;
  readonly acceptUnmapped?: boolean | undefined;
};

export type ImportWords = ChangeWords & {
  readonly object?: string | undefined;
  readonly saveMapping?: string | undefined;
  readonly workflow?: string | undefined;
  readonly acceptDisclaimer?: boolean | undefined;
};

export function importRequest(options: ImportWords, actor: Actor): Result<ImportRequest> {
  const lines = linesOf(options.object ?? "contacts");
  if (lines === null)
    return refuseWith(
      "request_invalid",
      `object is one of ${LINES_OF.join("; ")}, not ${shown(options.object ?? "")}.`,
    );
  const set = keysIn(options);
  if (!set.ok) return set;
  const country = countryIn(options);
  if (!country.ok) return country;
  return accept({
    ...(options.object === undefined ? { object: "contact" as const, supposesContacts: true } : lines),
    ...{ preset: options.preset ?? null, mode: options.mode ?? null, set: set.value },
    ...{ dialect: dialectOverrides(options), sheet: options.sheet ?? null },
    ...{ map: options.map ?? [], mapping: options.mapping ?? null, saveMapping: options.saveMapping ?? null },
    ...{ tags: tagsIn(options.tags ?? []), owner: options.owner ?? null, country: country.value ?? null },
    ...{ dateOrder: dateOrderIn(options) ?? null, workflow: options.workflow ?? null },
    ...{ disclaimerAccepted: options.acceptDisclaimer ?? false, doNotTouch: options.dnt ?? false, actor },
  });
}

/** Rows that a program sends as JSON are no file: which formats of files a workspace takes says nothing of them. */
export function takingRows(workspace: Workspace, request: ImportRequest): ImportRequest {
  const policy = importPolicy(workspace, request);
  if (!policy.ok || policy.value.formats.includes("json") || request.set.has("formats")) return request;
  return { ...request, set: new Map([...request.set, ["formats", [...policy.value.formats, "json"].join(",")]]) };
}

export function importChange(options: ChangeWords): Result<ImportChange> {
  const set = keysIn(options);
  if (!set.ok) return set;
  const country = countryIn(options);
  if (!country.ok) return country;
  const dialect = dialectOverrides(options);
  const { tags, owner, dnt } = options;
  const dateOrder = dateOrderIn(options);
  return accept({
    ...given(options, ["preset", "mode", "map", "mapping", "sheet"]),
    ...(set.value.size === 0 ? {} : { set: Object.fromEntries(set.value) }),
    ...(Object.keys(dialect).length === 0 ? {} : { dialect }),
    ...(tags === undefined ? {} : { tags: tagsIn(tags) }),
    ...(owner === undefined ? {} : { owner: owner === "" ? null : owner }),
    ...(country.value === undefined ? {} : { country: country.value }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(dnt === undefined ? {} : { doNotTouch: dnt }),
  });
}

type Said = Pick<ChangeWords, "set" | "overrideOwners" | "acceptUnmapped" | "country">;

function keysIn({ set = [], overrideOwners, acceptUnmapped }: Said): Result<Map<string, string>> {
  const keys = new Map<string, string>();
  for (const text of set) {
    const parting = text.indexOf("=");
    if (parting < 1)
      return refuseNaming("request_invalid", [text], `set: ${shown(text)} does not say which key gets which value.`);
    keys.set(text.slice(0, parting), text.slice(parting + 1));
  }
  if (overrideOwners !== undefined) keys.set("overrideOwners", overrideOwners ? "yes" : "no");
  if (acceptUnmapped !== undefined) keys.set("unmappedAccepted", acceptUnmapped ? "yes" : "no");
  return accept(keys);
}

function countryIn({ country }: Said): Result<string | undefined> {
  if (country === undefined) return accept(undefined);
  const code = countryValue.parse(country);
  return code === undefined
    ? refuseNaming(
        "request_invalid",
        [country],
        `country: ${shown(country)} is no country; write its two letters, such as US.`,
      )
    : accept(code);
}

/** Null = the columns and the policy say it. */
const dateOrderIn = ({ dateOrder }: ChangeWords): DateOrder | null | undefined =>
  dateOrder === "none" ? null : dateOrder;

const tagsIn = (tags: readonly string[]): readonly string[] =>
  tags.map((tag) => tag.trim()).filter((tag) => tag !== "");

/** Those of the keys that something is said about. */
function given<T extends object, K extends keyof T>(from: T, keys: readonly K[]): { [P in K]?: NonNullable<T[P]> } {
  return Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]]))) as {
    [P in K]?: NonNullable<T[P]>;
  };
}
