/**
 * Answers that are kept for requests that come again, without what they say of erased people: the samples of a mapping, or what a
 * merge has changed. The answer stays, and with it the import or merge that it is of, so that nothing is done twice. Of a contact
 * that was made by hand its id is left.
 */
import { answerWithout, type ErasedTexts } from "../../changes/answer-without.ts";
import type { Database } from "../database.ts";

/** Call inside a transaction. */
export function eraseAnswers(database: Database, workspace: number, texts: ErasedTexts): void {
  const without = answerWithout(texts);
  const rows = database.all(
    "select caller, key, answer from idempotency where workspace_id = ? and answer is not null",
    workspace,
  );
  for (const [caller = null, key = null, answer] of rows) {
    const left = without(String(answer));
    if (left === null) continue;
    database.run(
      "update idempotency set answer = ? where workspace_id = ? and caller = ? and key = ?",
      ...[left, workspace, caller, key],
    );
  }
}
