/**
 * A large file is scanned by two threads at once. The second begins at a line in the middle without knowing whether a row
 * starts there or whether the line stands inside a quoted cell; the first finds out when it gets there.
 */
import type { ImportSettings } from "../app/import/import-settings.ts";
import { findingsOf, joinParts, scanAnswer } from "../app/import/scanning/scanned-part.ts";
import type { FilePosition, FoundDuplicates, ScanAnswer } from "../app/ports.ts";
import { accept, type Result } from "../core/problem/refusal.ts";
import type { ReadingThread } from "./reading-thread.ts";

export type PartScanner = Pick<ReadingThread, "scan" | "duplicates">;

type HalvesAnswer = {
  readonly answer: ScanAnswer;
  /** The first row of every batch, counted anew in the second half. */
  readonly marks: readonly FilePosition[];
};

/**
 * What one thread would have answered; null where only one thread can say. The second thread is needed until the duplicates
 * are read.
 *
 * @param middle byte offset of a line
 */
export async function scanHalves(
  settings: ImportSettings,
  middle: number,
  { first, second }: { readonly first: PartScanner; readonly second: PartScanner },
): Promise<Result<HalvesAnswer> | null> {
  // The first line that cannot be one of the preamble: the second half has none.
  const from = { offset: middle, line: (settings.dialect.preambleLines ?? 0) + 1 };
  const afterwards = second.scan(settings, { from, to: null });
  // If it fails before it is waited for, that is no unhandled rejection.
  afterwards.catch(() => undefined);
  const before = await first.scan(settings, { from: null, to: middle });
  if (!before.ok) return before;
  const { end, columns, lines } = before.value;
  if (end.offset !== middle || columns !== settings.mapping.length) return null;
  // The cut may part two lines of one header.
  if (lines === 0 && settings.dialect.secondHeader !== undefined) return null;
  const after = await afterwards;
  // A refusal names lines of the whole file, in its words too.
  if (!after.ok) return null;
  // Rows of a converted file say their number themselves.
  const linesBefore = settings.dialect.numbered ? 0 : end.line - from.line;
  const joint = joinParts(settings, before.value, { second: after.value, linesBefore });
  const { marks } = joint;
  const keys = [before.value.keys, after.value.keys];
  const answer = { ...scanAnswer(settings, joint), found: findingsOf(joint), keys };
  if (settings.policy.inFile === "both") return accept({ answer: { ...answer, duplicates: null }, marks });
  const besideFirst = { otherKeys: after.value.keys, linesBefore: 0 };
  const besideSecond = { otherKeys: before.value.keys, linesBefore };
  const duplicates = joined(first.duplicates(besideFirst), second.duplicates(besideSecond));
  return accept({ answer: { ...answer, duplicates }, marks });
}

type Found = AsyncGenerator<FoundDuplicates>;

/** Both are asked at once, so that each thread looks through its keys while the other does. */
async function* joined(first: Found, second: Found): Found {
  const begun = second.next();
  begun.catch(() => undefined);
  yield* first;
  for (let next = await begun; !next.done; next = await second.next()) yield next.value;
}
