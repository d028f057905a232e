/** What a planned line does to the one contact that it is about: as its history says it, and what the contact holds then. */
import type { BatchPlan } from "../plan/batch-plan.ts";
import type { Changes } from "../plan/outcome.ts";
import { ACCOUNT_LINK, type ImportShape } from "../plan/shape.ts";

type Planned = Pick<BatchPlan, "inserts" | "updates" | "accounts" | "lines">;

/** With the number of its account, which is kept beside the lines of imports. */
export function handChanges(plan: Planned, shape: ImportShape): Changes {
  const [made] = plan.inserts;
  return made === undefined ? changed(plan, shape) : created(plan, shape, made);
}

function changed({ lines, updates }: Planned, { index }: ImportShape): Changes {
  const link = updates[0]?.changes.find(({ slot }) => slot === index.get(ACCOUNT_LINK));
  const moved = link === undefined ? {} : { [ACCOUNT_LINK]: [link.before || null, link.after || null] as const };
  return { ...lines[0]?.changes, ...moved };
}

function created({ accounts }: Planned, { slots }: ImportShape, { id, values }: BatchPlan["inserts"][number]): Changes {
  const given = values.flatMap((value, slot) => {
    const { key, place } = slots[slot] ?? {};
    // That it is its account's main contact is a word of the account.
    return key === undefined || place === "main" || value === "" ? [] : [[key, [null, value] as const] as const];
  });
  const isMain = accounts.accounts.some(({ mainContact }) => mainContact === id);
  return { ...Object.fromEntries(given), ...(isMain ? { main_contact: [null, "yes"] as const } : {}) };
}

/** By field key. */
export function valuesAfter(before: ReadonlyMap<string, string>, changes: Changes): ReadonlyMap<string, string> {
  const after = new Map(before);
  for (const [field, [, text]] of Object.entries(changes)) {
    if (text === null) after.delete(field);
    else after.set(field, text);
  }
  return after;
}
