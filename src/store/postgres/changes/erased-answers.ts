/**
 * Answers that are kept for requests that come again, without what they say of erased people: the samples of a mapping, or what a
 * merge has changed. The answer stays, and with it the import or merge that it is of, so that nothing is done twice. Of a contact
 * that was made by hand its id is left.
 */
import { answerWithout, type ErasedTexts } from "../../changes/answer-without.ts";
import type { Database } from "../database.ts";

/** Call inside a transaction. */
export async function eraseAnswers(database: Database, workspace: number, texts: ErasedTexts): Promise<void> {
  const without = answerWithout(texts);
  const rows = await database.all(
    "select caller, key, answer from idempotency where workspace_id = $1 and answer is not null",
    workspace,
  );
  const changed = rows.flatMap(([caller, key, answer]) => {
    const left = without(String(answer));
    return left === null ? [] : [{ caller: String(caller), key: String(key), left }];
  });
  if (changed.length === 0) return;
  await database.run(
    `update idempotency set answer = changed.answer from unnest($2::text[], $3::text[], $4::text[]) as changed (caller, key, answer)
     where idempotency.workspace_id = $1 and idempotency.caller = changed.caller and idempotency.key = changed.key`,
    ...[workspace, changed.map(({ caller }) => caller), changed.map(({ key }) => key), changed.map(({ left }) => left)],
  );
}
