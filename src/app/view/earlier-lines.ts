/** Which earlier line of the same file a line is the same person as. A plan has no numbers for those it would make: the cells say it. */
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import type { LedgerLine } from "../../core/plan/outcome.ts";
import { ledgerPages } from "../export/error-lines.ts";
import { mappingOf } from "../import/import-parts.ts";
import type { ImportRecord, Ports } from "../ports.ts";
import { lineCells } from "./line-cells.ts";

/** Lines above that are looked through: a person reads the beginning of a file. */
const MOST_ABOVE = 5_000;

type Match = NonNullable<LedgerLine["match"]>;

type Above = {
  /** No more lines are ever looked through. */
  readonly isWhole: boolean;
  readonly byContact: ReadonlyMap<number, number>;
  /** Asks the file for cells, once. */
  readonly byKey: () => Promise<ReadonlyMap<string, number>>;
};

/** Asked page by page. By line: the first one about the same person; a line that is the first, or whose first was not found, is left out. */
export function earlierLines(
  ports: Ports,
  record: ImportRecord,
): (lines: readonly LedgerLine[]) => Promise<ReadonlyMap<number, number>> {
  let above: Above | null = null;
  return async (lines) => {
    const wanted = lines.filter(({ match, outcome }) => match !== null && outcome !== "created");
    const last = wanted.at(-1)?.line;
    if (last === undefined) return new Map();
    if (above === null || !above.isWhole) above = await lookAbove(ports, record, last);
    const { byContact, byKey } = above;
    const made = wanted.some(({ contact }) => contact === null) ? await byKey() : new Map<string, number>();
    const found = new Map<number, number>();
    for (const { line, contact, match } of wanted) {
      const first = contact === null ? match && made.get(keyOf(match)) : byContact.get(contact);
      if (typeof first === "number" && first < line) found.set(line, first);
    }
    return found;
  };
}

async function lookAbove(ports: Ports, record: ImportRecord, last: number): Promise<Above> {
  const lines = await linesAbove(ports, record, last);
  const byContact = new Map<number, number>();
  for (const { contact, line } of lines) if (contact !== null && !byContact.has(contact)) byContact.set(contact, line);
  let made: Promise<ReadonlyMap<string, number>> | null = null;
  const byKey = () => {
    made ??= madeByKey(ports, record, lines);
    return made;
  };
  return { isWhole: lines.length === MOST_ABOVE, byContact, byKey };
}

async function linesAbove(ports: Ports, record: ImportRecord, last: number): Promise<readonly LedgerLine[]> {
  const above: LedgerLine[] = [];
  for await (const page of ledgerPages(ports, record, { outcome: null, problem: null })) {
    above.push(...page.filter(({ line }) => line < last));
    if (above.length >= MOST_ABOVE || (page.at(-1)?.line ?? last) >= last) break;
  }
  return above.slice(0, MOST_ABOVE);
}

/** What the lines that make a contact are recognised by. */
async function madeByKey(
  ports: Ports,
  record: ImportRecord,
  above: readonly LedgerLine[],
): Promise<Map<string, number>> {
  const made = above.filter(({ outcome, contact, erased }) => outcome === "created" && contact === null && !erased);
  const columns = mappingOf(record.settings).flatMap(keyColumn);
  const byKey = new Map<string, number>();
  const rows = await lineCells(ports, record, made);
  rows.forEach(({ cells }, at) => {
    for (const { key, column } of columns) {
      const text = keyOf({ key, value: cells[column] ?? "" });
      const line = made[at]?.line;
      if (line !== undefined && !byKey.has(text)) byKey.set(text, line);
    }
  });
  return byKey;
}

function keyColumn({
  column,
  target,
}: ColumnMapping): readonly { readonly key: Match["key"]; readonly column: number }[] {
  if (target.to !== "field") return [];
  const { field } = target;
  return field === "email" || field === "phone" || field === "external_id" || field === "linkedin_url"
    ? [{ key: field, column }]
    : [];
}

/** Numbers are written in many ways, and their country may be left out: then no line is named. */
function keyOf({ key, value }: Match): string {
  const text = key === "phone" ? value.replace(/[^\d+]/g, "") : value.trim().toLowerCase();
  return `${key} ${text}`;
}
