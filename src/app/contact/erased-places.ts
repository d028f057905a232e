/** Where in the imports of a workspace people stand: lines of ledgers and plans, and rows of stored files. */
import { errorLineOf } from "../../core/mapping/error-columns.ts";
import { erasedLine } from "../../core/plan/erased-line.ts";
import type { LedgerLine } from "../../core/plan/outcome.ts";
import type { Position } from "../../core/tabular/rows/row.ts";
import { ErasedDigest } from "../import/erased-digest.ts";
import { LEDGER_PAGE } from "../limits.ts";
import type { ErasedBlock, People } from "../ports/erasure-store.ts";
import type { ImportRecord, Pass, Ports } from "../ports.ts";
import { holdsOne, type NamesThem, rowsNaming } from "./row-extents.ts";

export type ImportPlaces = {
  readonly record: ImportRecord;
  /** Lines of its ledger. */
  readonly run: readonly number[];
  /** Those lines, and others that only its plan names. */
  readonly plan: readonly number[];
  /** Where the rows of all of them begin, and of rows that no ledger knows. */
  readonly rows: readonly Position[];
  /** False = its stored file is gone. */
  readonly hasFile: boolean;
};

const PASSES: readonly Pass[] = ["run", "plan"];

/** Addresses that ledgers say the people had before: by them, lines that found nobody are theirs too. */
export async function addressesBefore(
  ports: Ports,
  record: ImportRecord,
  people: People,
): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  if ((record.settings.object ?? "contact") !== "contact") return known;
  const contacts = new Set(people.contacts);
  for await (const line of ledgerLines(ports, record, "run")) {
    if (line.contact === null || !contacts.has(line.contact)) continue;
    const texts = [line.match?.key === "email" ? line.match.value : null];
    for (const field of ["email", "linkedin_url"]) texts.push(...(line.changes?.[field] ?? []));
    for (const text of texts) if (text) known.add(text.toLowerCase());
  }
  return known;
}

type Sought = {
  readonly people: People;
  readonly known: ReadonlySet<string>;
  /** Their places in the imports that were made before this one. */
  readonly before: readonly ImportPlaces[];
};

export async function placesIn(ports: Ports, record: ImportRecord, sought: Sought): Promise<ImportPlaces> {
  const { source } = record.settings;
  const hasFile = source.since?.expiredAt === undefined && (await ports.files.has(source.key));
  const rows = new Map<number, Position>();
  const found: Record<Pass, number[]> = { run: [], plan: [] };
  const isTheirs = theirLines(record, sought.people);
  for (const pass of PASSES) {
    for await (const line of ledgerLines(ports, record, pass)) {
      if (!isTheirs(line)) continue;
      found[pass].push(line.line);
      rows.set(line.offset, line);
    }
  }
  const named: Position[] = [];
  const rowsOfTheirs = hasFile ? rowsNaming(ports.files, record.settings, namesThem(record, sought)) : [];
  for await (const row of rowsOfTheirs) named.push(row);
  for (let at = 0; at < named.length; at += LEDGER_PAGE) {
    const asked = named.slice(at, at + LEDGER_PAGE);
    const lines = asked.map(({ line }) => line);
    const ofPasses = new Map<Pass, ReadonlyMap<number, LedgerLine>>();
    for (const pass of PASSES) ofPasses.set(pass, await ports.store.ledger.linesAt(record.ref, pass, lines));
    for (const row of asked) {
      // A row of somebody else who is still there keeps what it says: it names them as a colleague, say.
      if (PASSES.some((pass) => isOfAnother(ofPasses.get(pass)?.get(row.line)))) continue;
      for (const pass of PASSES) {
        const line = ofPasses.get(pass)?.get(row.line);
        if (line !== undefined && !line.erased && !found[pass].includes(row.line)) found[pass].push(row.line);
      }
      rows.set(row.offset, row);
    }
  }
  const inFile = [...rows.values()].filter(({ offset }) => offset >= 0);
  const plan = [...new Set([...found.run, ...found.plan])];
  return { record, run: found.run, plan, rows: inFile, hasFile };
}

/** A row names them by an address, or says that it puts right a line of theirs, whatever else was changed in it. */
function namesThem({ settings: { continues } }: ImportRecord, { known, before }: Sought): NamesThem {
  if (continues === undefined) return (cells) => holdsOne(cells, known);
  const theirs = new Set(before.find(({ record }) => record.ref.import === continues.import)?.plan);
  return (cells) => {
    const of = errorLineOf(cells, continues.own);
    return holdsOne(cells, known) || (of !== null && of.import === continues.id && theirs.has(of.line));
  };
}

/** The digests of the blocks that erased lines are in. */
export async function erasedBlocks(
  ports: Ports,
  { record, run }: Pick<ImportPlaces, "record" | "run">,
): Promise<readonly ErasedBlock[]> {
  if (run.length === 0) return [];
  const wanted = new Set(run);
  const digest = new ErasedDigest(await ports.store.erasures.blocks(record.ref));
  for await (const line of ledgerLines(ports, record, "run"))
    digest.add(line, wanted.has(line.line) ? erasedLine(line) : line);
  return digest.end().erased;
}

const isOfAnother = (line: LedgerLine | undefined): boolean => line !== undefined && line.contact !== null;

function theirLines({ settings }: ImportRecord, people: People): (line: LedgerLine) => boolean {
  const [contacts, deals] = [new Set(people.contacts), new Set(people.opportunities)];
  const object = settings.object ?? "contact";
  const own = object === "contact" ? contacts : object === "opportunity" ? deals : new Set<number>();
  return ({ contact, second }) =>
    (contact !== null && own.has(contact)) ||
    (second !== undefined && second.number !== null && deals.has(second.number));
}

/** All of a ledger, or of a plan, in pages. */
export async function* ledgerLines(ports: Ports, { ref }: ImportRecord, pass: Pass): AsyncGenerator<LedgerLine> {
  for (let afterLine = 0; ; ) {
    const filter = { pass, outcome: null, problem: null, afterLine, limit: LEDGER_PAGE };
    const page = await ports.store.ledger.lines(ref, filter);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    afterLine = last.line;
  }
}
