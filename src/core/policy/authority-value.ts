/**
 * The authority matrix as people write it: rows parted by `|`, in each the connected sources, a colon, and which of them owns
 * what: `salesforce + api: main_information=salesforce, positions=api if overrules`.
 */
import {
  type AuthorityMatrix,
  type AuthorityRow,
  type Ownership,
  RECEIVABLES_MATRIX,
} from "../authority/authority-matrix.ts";
import { FIELD_GROUPS } from "../authority/field-groups.ts";
import { OPTION_OF, SOURCE_KINDS } from "../authority/source.ts";
import type { PolicyValueKind } from "./policy-value.ts";

export const authorityMatrix: PolicyValueKind<AuthorityMatrix> = {
  takes: `standard (muster sources matrix shows it); or rows parted by |, such as salesforce + api: main_information=salesforce, positions=api if overrules; sources are ${SOURCE_KINDS.join(", ")}, groups of fields ${FIELD_GROUPS.join(", ")}, and a row without owners is api: none; or none`,
  form: { kind: "matrix", options: [], none: "none" },
  parse(text) {
    if (word(text) === "none") return [];
    if (word(text) === STANDARD) return RECEIVABLES_MATRIX;
    const rows: AuthorityRow[] = [];
    for (const part of text.split("|")) {
      const row = parseRow(part);
      if (row === undefined) return undefined;
      rows.push(row);
    }
    return isMatrix(rows) ? rows : undefined;
  },
  render(matrix) {
    const rows = matrix.map(renderRow).join(" | ") || "none";
    return rows === STANDARD_ROWS ? STANDARD : rows;
  },
  accepts: isMatrix,
};

/** The word for the matrix that presets come with. */
const STANDARD = "standard";

const word = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
const known = <T extends string>(words: readonly T[], text: string): T | undefined =>
  words.find((one) => one.toLowerCase() === word(text));

function parseRow(text: string): AuthorityRow | undefined {
  const [sources = "", owns, ...rest] = text.split(":");
  if (owns === undefined || rest.length > 0) return undefined;
  const kinds = sources.split("+").map((kind) => known(SOURCE_KINDS, kind));
  const owned = word(owns) === "none" ? [] : owns.split(",").map(parseOwnership);
  const row = { sources: kinds.filter((kind) => kind !== undefined), owns: owned.filter((one) => one !== undefined) };
  return row.sources.length === kinds.length && row.owns.length === owned.length ? row : undefined;
}

function parseOwnership(text: string): Ownership | undefined {
  const [, groupText = "", byText = "", option] = /^([^=]+)=(.+?)(?:\s+if\s+(\S+))?\s*$/i.exec(text) ?? [];
  const group = known(FIELD_GROUPS, groupText);
  const by = known(SOURCE_KINDS, byText);
  if (group === undefined || by === undefined) return undefined;
  if (option === undefined) return { group, by };
  const when = OPTION_OF[by];
  return when !== null && when.toLowerCase() === option.toLowerCase() ? { group, by, when } : undefined;
}

function renderRow({ sources, owns }: AuthorityRow): string {
  const owners = owns.map(({ group, by, when }) => `${group}=${by}${when === undefined ? "" : ` if ${when}`}`);
  return `${sources.join(" + ")}: ${owners.join(", ") || "none"}`;
}

const STANDARD_ROWS = RECEIVABLES_MATRIX.map(renderRow).join(" | ");

/** Each set of sources has one row, each source stands in it once, and only those in the row own something. */
function isMatrix(value: unknown): value is AuthorityMatrix {
  if (!Array.isArray(value) || !value.every(isRow)) return false;
  const sets = value.map(({ sources }) => [...sources].sort().join("+"));
  return new Set(sets).size === sets.length;
}

function isRow(value: unknown): value is AuthorityRow {
  if (!isRecord(value) || !hasOnly(value, ["sources", "owns"])) return false;
  const { sources, owns } = value;
  if (!Array.isArray(sources) || !Array.isArray(owns) || sources.length === 0) return false;
  if (new Set(sources).size < sources.length) return false;
  if (!sources.every((kind) => SOURCE_KINDS.some((one) => one === kind))) return false;
  return owns.every((owned: unknown) => isOwnership(owned) && sources.includes(owned.by));
}

function isOwnership(value: unknown): value is Ownership {
  if (!isRecord(value) || !hasOnly(value, ["group", "by", "when"])) return false;
  const { group, by, when } = value;
  const kind = SOURCE_KINDS.find((one) => one === by);
  if (kind === undefined || !FIELD_GROUPS.some((one) => one === group)) return false;
  return when === undefined || when === OPTION_OF[kind];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const hasOnly = (value: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean =>
  Object.keys(value).every((key) => keys.includes(key));
