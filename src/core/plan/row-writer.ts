/**
 * What the rows of a batch write: the contacts that they make, the changes of those that are there, with their keys and accounts,
 * and each row's line of the ledger. Which of it becomes of a row is decided before (`plan-batch.ts`).
 */
import { type AccountPlan, NO_ACCOUNTS } from "../account/account-plan.ts";
import { listText, parseList } from "../contact/list-text.ts";
import { OPT_OUTS } from "../contact/opt-outs.ts";
import { heldKeys } from "../match/match-keys.ts";
import type { ValueAt } from "../match/object-keys.ts";
import type { Problem } from "../problem/problem.ts";
import type {
  BatchInput,
  BatchPlan,
  ContactInsert,
  ContactUpdate,
  ExistingContact,
  PlanSettings,
  UpdateResult,
} from "./batch-plan.ts";
import { BLANK, CLEAR, valueAt } from "./draft.ts";
import { namesUnknownOwner, withBatchTags, withGivenOwner } from "./given-values.ts";
import { mergeRow, UNCHANGED, uniteLists, type WriteRules, withChanges } from "./merge.ts";
import type { Changes, LedgerLine } from "./outcome.ts";
import { PlannedKeys } from "./planned-keys.ts";
import { missingRequired, requiredChecker } from "./required.ts";
import type { RowAccounts } from "./row-account.ts";
import * as refused from "./row-refusals.ts";
import { withoutKept } from "./settle-phone-details.ts";
import type { ImportShape } from "./shape.ts";
import { type SlotChange, withChange } from "./slot-change.ts";
import { standInsFor } from "./stand-in.ts";
import { withheldFromNew } from "./withheld-fields.ts";

type RowUpdate = {
  readonly problems: readonly Problem[];
  /** By which the row has found its contact. */
  readonly match: LedgerLine["match"];
  readonly said?: ValueAt;
};

function copyOptOuts({ index }: ImportShape, held: readonly string[], values: string[]): void {
  for (const field of OPT_OUTS) {
    const slot = index.get(field);
    if (slot !== undefined && held[slot] === "yes") values[slot] = "yes";
  }
}

type PlannedUpdate = Pick<ContactUpdate, "changes"> & {
  readonly found: readonly Problem[];
  /** Main contact before and after; null = as it was. */
  readonly flag: Changes[string] | null;
  readonly match: LedgerLine["match"];
};

export class RowWriter {
  readonly #settings: PlanSettings;
  readonly #input: BatchInput;
  readonly #accounts: RowAccounts | null;
  readonly #keys: PlannedKeys;
  readonly #sharedRules: WriteRules;
  readonly #inserts: ContactInsert[] = [];
  readonly #updates: ContactUpdate[] = [];
  readonly #mayCreate: (values: readonly string[]) => boolean;
  /** Slots that a new contact may fill: those of the file, or all where the import gives values of its own. */
  readonly #width: number;
  #nextContact: number;

  constructor(settings: PlanSettings, input: BatchInput, accounts: RowAccounts | null) {
    this.#settings = settings;
    this.#input = input;
    this.#accounts = accounts;
    this.#sharedRules = { ...settings.rules, addOnly: true };
    this.#keys = new PlannedKeys(heldKeys(settings.shape, settings.indexed));
    this.#nextContact = input.nextContact;
    const { shape, policy, constants, batchTags } = settings;
    this.#mayCreate = requiredChecker(policy.requiredToCreate, shape.index);
    const copies = policy.onMatch === "duplicate";
    const fillsMore = copies || constants.size > 0 || batchTags !== BLANK || input.complete !== undefined;
    this.#width = fillsMore ? shape.slots.length : Math.max(shape.mapped, (accounts?.link ?? -1) + 1);
  }

  /** What all rows so far write. */
  get written(): Pick<BatchPlan, "inserts" | "updates" | "keysAdded" | "keysRemoved"> & {
    readonly accounts: AccountPlan;
  } {
    return {
      inserts: this.#inserts,
      updates: this.#updates,
      keysAdded: this.#keys.added,
      keysRemoved: this.#keys.removed,
      accounts: this.#accounts?.plan() ?? NO_ACCOUNTS,
    };
  }

  /** @param copied the contact that is made once more: what it does not want, the copy does not want either */
  create(row: number, problems: readonly Problem[], copied?: ExistingContact): LedgerLine {
    const { shape, policy, rules, batchTags, constants } = this.#settings;
    if (rules.owned?.creation) return this.refuse(row, [...problems, refused.createdBySource(rules.owned.creation)]);
    const said = this.#input.drafts.values;
    const values = new Array<string>(this.#width).fill(BLANK);
    for (let slot = 0; slot < this.#width; slot++) {
      const value = said[slot]?.[row] ?? BLANK;
      if (value !== CLEAR && this.#accounts?.holdsBack(slot) !== true) values[slot] = value;
    }
    const kept = this.#fillFirst(row, values, problems);
    if (!namesUnknownOwner(problems))
      for (const [slot, value] of constants) if (values[slot] === BLANK) values[slot] = value;
    this.#input.complete?.(values);
    if (copied !== undefined && !rules.lowerOptOuts) copyOptOuts(shape, copied.values, values);
    const found = rules.owned ? [...kept, ...withheldFromNew(shape, rules.owned, values)] : kept;
    const missing = this.#mayCreate(values)
      ? null
      : missingRequired(policy.requiredToCreate, (field) => values[shape.index.get(field) ?? -1] ?? BLANK);
    if (missing) return this.refuse(row, [...found, refused.requiredMissing(missing)]);
    const tags = shape.index.get("tags");
    if (batchTags !== BLANK && tags !== undefined) values[tags] = uniteLists(values[tags] ?? BLANK, batchTags);
    const id = this.#nextContact++;
    const line = this.#input.drafts.lines[row] ?? 0;
    const joined = this.#accounts?.join({ contact: id, values, said: this.at(row), line }) ?? null;
    this.#inserts.push({ id, line, values });
    if (constants.size > 0 || this.#input.complete !== undefined) this.#keys.addContact(id, values);
    else this.#keys.addRow(this.#input.drafts, row, { contact: id, account: this.#accountIn(values) });
    return this.#ledgerLine(row, "created", joined === null ? found : [...found, joined], { contact: id });
  }

  /** @param said what the row says by slot, where that is not what its cells say */
  update(row: number, existing: ExistingContact, { problems, match, said: given }: RowUpdate): UpdateResult {
    const { shape } = this.#settings;
    const rules = this.#isShared(row) ? this.#sharedRules : this.#settings.rules;
    const before = (slot: number): string => existing.values[slot] ?? BLANK;
    const said = given ?? this.at(row);
    const saysNothingNew = given === undefined && this.#isHeld(row, existing.values);
    const sides = saysNothingNew ? null : this.#sides(row, said, { before, problems });
    const merged = sides === null ? UNCHANGED : mergeRow(shape, rules, sides);
    const takesOver = rules.overrideOwners && !rules.addOnly && !namesUnknownOwner(problems);
    const owned = takesOver ? withGivenOwner(this.#settings, merged.changes, { said, before }) : merged.changes;
    const changes = this.#completed(row, existing.values, withBatchTags(this.#settings, owned, before));
    const kept = withoutKept(shape, problems, sides?.standIns);
    const found = merged.warnings.length > 0 ? [...kept, ...merged.warnings] : kept;
    const contact = existing.id < 0 ? null : existing.id;
    if (this.#accounts === null || contact === null)
      return this.#writeUpdate(row, existing, { changes, found, flag: null, match });
    const line = this.#input.drafts.lines[row] ?? 0;
    const settled = this.#accounts.settle({ contact, held: existing.values, changes, said, line });
    const all = settled.found.length > 0 ? [...found, ...settled.found] : found;
    return this.#writeUpdate(row, existing, { changes: settled.changes, found: all, flag: settled.flag, match });
  }

  /** An earlier line of the file has made it, and been completed: what followed from that need not follow from both. */
  #completed(row: number, held: readonly string[], changes: readonly SlotChange[]): readonly SlotChange[] {
    const { complete } = this.#input;
    const isDeal = this.#settings.shape.object === "opportunity";
    if (complete === undefined || !isDeal || changes.length === 0 || !this.#isShared(row)) return changes;
    const values = [...withChanges(held, changes)];
    const said = [...values];
    complete(values);
    return values.reduce<readonly SlotChange[]>(
      (all, after, slot) =>
        after === said[slot] ? all : withChange(all, { slot, before: held[slot] ?? BLANK, after }),
      changes,
    );
  }

  #writeUpdate(row: number, existing: ExistingContact, { changes, found, flag, match }: PlannedUpdate): UpdateResult {
    const { shape } = this.#settings;
    const contact = existing.id < 0 ? null : existing.id;
    if (changes.length === 0 && flag === null)
      return { ledger: this.#ledgerLine(row, "unchanged", found, { contact, match }), values: existing.values };
    const values = withChanges(existing.values, changes);
    if (contact !== null && changes.length > 0) {
      this.#updates.push({ id: contact, changes });
      if (changes.some(({ slot }) => shape.isIdentity[slot])) this.#keys.change(contact, existing.values, values);
    }
    // The account's number is kept beside the ledger: in a plan nobody has it yet.
    const named = Object.fromEntries(
      changes
        .filter(({ slot }) => slot !== this.#accounts?.link)
        .map(({ slot, before, after }) => [shape.slots[slot]?.key ?? "", [before || null, after || null] as const]),
    );
    const all = flag === null ? named : { ...named, main_contact: flag };
    return { ledger: this.#ledgerLine(row, "updated", found, { contact, match, changes: all }), values };
  }

  /** The contact has all that the row's cells say, letter by letter: most lines of a file that is imported again. */
  #isHeld(row: number, held: readonly string[]): boolean {
    const { values } = this.#input.drafts;
    for (let slot = 0; slot < this.#settings.shape.mapped; slot++)
      if ((values[slot]?.[row] ?? BLANK) !== (held[slot] ?? BLANK)) return false;
    return true;
  }

  /** What a contact of the workspace, or the one that was made last, holds after the rows so far. */
  valuesNow(contact: number): readonly string[] {
    const made = this.#inserts.at(-1);
    if (made?.id === contact) return made.values;
    const changes = this.#updates.findLast(({ id }) => id === contact)?.changes ?? [];
    return withChanges(this.#input.contacts.get(contact)?.values ?? [], changes);
  }

  at =
    (row: number): ValueAt =>
    (slot) =>
      valueAt(this.#input.drafts, slot, row);

  /** A new contact's first address or number is the first that its line says, in whichever column. Answers what is still found. */
  #fillFirst(row: number, values: string[], problems: readonly Problem[]): readonly Problem[] {
    const { shape, rules } = this.#settings;
    if (shape.furtherColumns.length === 0 || this.#isShared(row)) return problems;
    const standIns = standInsFor(shape, rules, { row: this.at(row), contact: () => BLANK, problems });
    for (const { first, further } of shape.furtherColumns) {
      if (!standIns.has(first)) continue;
      const [, ...others] = parseList(values[further] ?? BLANK);
      values[further] = listText(others);
    }
    for (const [slot, value] of standIns) values[slot] = value;
    return withoutKept(shape, problems, standIns);
  }

  /** Lines that are one contact say what they say together: none of them knows whether the others have a first one. */
  #sides(
    row: number,
    said: ValueAt,
    { before, problems }: { readonly before: ValueAt; readonly problems: readonly Problem[] },
  ): Parameters<typeof mergeRow>[2] {
    const { shape, rules } = this.#settings;
    const kept = this.#kept(said, before, problems);
    if (shape.furtherColumns.length === 0 || this.#isShared(row)) return { row: kept, contact: before };
    const standIns = standInsFor(shape, rules, { row: said, contact: before, problems });
    return { row: (slot) => standIns.get(slot) ?? kept(slot), contact: before, standIns };
  }

  /** A cell that could not be read is not written: it is no empty cell that might clear its field. */
  #kept(
    said: (slot: number) => string,
    before: (slot: number) => string,
    problems: readonly Problem[],
  ): (slot: number) => string {
    if (problems.length === 0) return said;
    const { slots } = this.#settings.shape;
    const unread = new Set(problems.map(({ field }) => field));
    return (slot) => {
      if (this.#accounts?.holdsBack(slot) === true) return before(slot);
      const value = said(slot);
      return value === BLANK && unread.has(slots[slot]?.key) ? before(slot) : value;
    };
  }

  #isShared = (row: number): boolean =>
    this.#settings.policy.inFile === "merge" &&
    (this.#input.duplicates.get(this.#input.drafts.lines[row] ?? 0)?.keys.length ?? 0) > 0;

  #accountIn = (values: readonly string[]): string =>
    this.#accounts === null ? BLANK : (values[this.#accounts.link] ?? BLANK);

  refuse = (row: number, problems: readonly Problem[]): LedgerLine => this.#ledgerLine(row, "failed", problems, {});
  skip = (row: number, problems: readonly Problem[]): LedgerLine => this.#ledgerLine(row, "skipped", problems, {});

  #ledgerLine(
    row: number,
    outcome: LedgerLine["outcome"],
    problems: readonly Problem[],
    { contact = null, match = null, changes = null }: Partial<Pick<LedgerLine, "contact" | "match" | "changes">>,
  ): LedgerLine {
    const { lines, offsets } = this.#input.drafts;
    return { line: lines[row] ?? 0, offset: offsets[row] ?? -1, outcome, contact, match, changes, problems };
  }
}
