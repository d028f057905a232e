/**
 * Names in a file without a header: what stands in the addresses of the same rows (`Ann`, `Lee`, `ann.lee@x.co`) is somebody's
 * name, whole or in two parts. Nothing else tells a name from a city or a company, so that columns of which the addresses say
 * nothing are left alone, and so is one part without the other.
 */
import { nameKey } from "../contact/identity-key.ts";
import { trimCell } from "../contact/types/clean-text.ts";
import type { Assignment, Column } from "./assignment.ts";
import type { NameIndex } from "./name-index.ts";

/** Rows in which the address holds the name, among those that have both. */
const ENOUGH_SHARE = 0.6;
const FEWEST_ROWS = 2;
const MOST_WORDS = 4;
const CONFIDENCE = 0.75;

type Found = {
  readonly column: number;
  readonly rows: number;
  readonly share: number;
  /** Several words in most cells. */
  readonly isWhole: boolean;
  /** Where in the addresses it stands on average, in characters. */
  readonly place: number;
};

export function decideByAddress(
  open: readonly Column[],
  rows: readonly (readonly string[])[],
  { assignment, index }: { readonly assignment: Assignment; readonly index: NameIndex },
): void {
  const email = open.find(({ column }) => targetOf(assignment, column) === "email");
  if (!email) return;
  const found = open
    .filter(({ column }) => assignment.decisionOf(column) === undefined)
    .flatMap(({ column }) => namesIn(rows, column, email.column) ?? []);
  const parts = found.filter(({ isWhole }) => !isWhole).sort((a, b) => a.place - b.place);
  const [first, last, more] = parts;
  const roles: readonly (readonly [Found | undefined, string])[] =
    first && last && !more
      ? [
          [first, "first_name"],
          [last, "last_name"],
        ]
      : [[found.find(({ isWhole }) => isWhole), "full_name"]];
  for (const [names, key] of roles) {
    const field = index.fields.get(key);
    if (!names || !field) continue;
    const reason = `${Math.round(names.share * names.rows)} of ${names.rows} values stand in the row's email address`;
    assignment.offer(
      names.column,
      [{ field, foundBy: "content", confidence: CONFIDENCE, claim: CONFIDENCE, reason }],
      index,
    );
  }
}

function targetOf(assignment: Assignment, column: number): string | null {
  const target = assignment.decisionOf(column)?.target;
  return target?.to === "field" ? target.field : null;
}

/** Null where the column holds no names, for all that the addresses tell. */
function namesIn(rows: readonly (readonly string[])[], column: number, email: number): Found | null {
  let both = 0;
  let held = 0;
  let whole = 0;
  let places = 0;
  for (const cells of rows) {
    const [local = ""] = (cells[email] ?? "").toLowerCase().split("@");
    const words = nameKey(trimCell(cells[column] ?? "")).split(" ");
    const name = words.filter((word) => /^\p{L}{2,}$/u.test(word));
    if (local === "" || words.length > MOST_WORDS || name.length === 0) continue;
    both++;
    if (name.length > 1) whole++;
    const place = local.indexOf(name[0] ?? "");
    if (!name.some((word) => local.includes(word))) continue;
    held++;
    places += Math.max(0, place);
  }
  if (held < FEWEST_ROWS || held < both * ENOUGH_SHARE) return null;
  return { column, rows: both, share: held / both, isWhole: whole * 2 > both, place: places / held };
}
