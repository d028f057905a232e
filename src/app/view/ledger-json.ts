/** Lines of a ledger, or of a plan, as programs read them: with what they did besides, and what has put them right since. */
import type { LedgerLine } from "../../core/plan/outcome.ts";
import type { SideChange } from "../../core/plan/side-change.ts";
import type { ProblemWords, Voice } from "../../core/problem/voice.ts";
import { encodeId, ID_PREFIX } from "../../core/public-id.ts";
import { mendedLines } from "../import/continuing/mended-lines.ts";
import { refersToContacts } from "../import/import-parts.ts";
import type { ImportRecord, Ports } from "../ports.ts";
import { lineJson } from "./line-json.ts";

/**
 * @param idKey of the workspace
 * @param voice absent = as it is said at a terminal
 */
export async function linesJson(
  ports: Ports,
  record: ImportRecord,
  { lines, idKey, voice }: { readonly lines: readonly LedgerLine[]; readonly idKey: number; readonly voice?: Voice },
) {
  const mended = await mendedLines(ports, record, lines);
  const sides = Map.groupBy(await sidesOf(ports, record, lines), ({ line }) => line);
  const about = { idKey, words: problemWordsOf(record, idKey, voice), fields: record.settings.fields };
  return lines.map((line) =>
    lineJson(line, { ...about, besides: sides.get(line.line) ?? [], mendedBy: mended.get(line.line) ?? null }),
  );
}

/** As it is printed and answered. */
export type LinesAnswer = Awaited<ReturnType<typeof linesJson>>;

/** What problems of an import's lines name, as people know it. */
export function problemWordsOf({ settings }: ImportRecord, idKey: number, voice?: Voice): ProblemWords {
  const { object = "contact", fields, second } = settings;
  return {
    contact: (number, about = object) => encodeId(ID_PREFIX[about], idKey, Number(number)),
    ...{ object, fields, refers: refersToContacts(second) },
    ...(voice === undefined ? {} : { voice }),
  };
}

/** A plan has done nothing yet. */
async function sidesOf(
  { store }: Ports,
  { ref, state }: ImportRecord,
  lines: readonly LedgerLine[],
): Promise<readonly SideChange[]> {
  const [first, last] = [lines[0], lines.at(-1)];
  if (state === "planned" || first === undefined || last === undefined) return [];
  return store.ledger.sideChanges(ref, first.line, last.line);
}
