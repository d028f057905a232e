/**
 * The heart of an import: drafts and what they match -> what is to be written and one outcome per line. Pure: the plan that is shown and the run are one.
 */
import { NO_ACCOUNTS } from "../account/account-plan.ts";
import type { MatchDecision } from "../match/decide-match.ts";
import type { KeyKind } from "../match/key-hash.ts";
import { areApart, heldKeys } from "../match/match-keys.ts";
import type { ValueAt } from "../match/object-keys.ts";
import type { Problem } from "../problem/problem.ts";
import type {
  BatchInput,
  BatchPlan,
  ContactInsert,
  ContactUpdate,
  ExistingContact,
  PlannedUpdate,
  PlanSettings,
  UpdateResult,
} from "./batch-plan.ts";
import { BLANK, CLEAR, valueAt } from "./draft.ts";
import {
  addition,
  addSaid,
  contradictions,
  type DuplicateLine,
  type FileContact,
  fileKey,
  unitedKeys,
} from "./file-duplicates.ts";
import { namesUnknownOwner, withBatchTags, withGivenOwner } from "./given-values.ts";
import { mergeRow, uniteLists, type WriteRules, withChanges } from "./merge.ts";
import type { Changes, LedgerLine } from "./outcome.ts";
import { PlannedKeys } from "./planned-keys.ts";
import { missingRequired, requiredChecker } from "./required.ts";
import { RowAccounts } from "./row-account.ts";
import * as refused from "./row-refusals.ts";
import { SharedContacts } from "./shared-contacts.ts";
import { withheldFromNew } from "./withheld-fields.ts";

export function planBatch(settings: PlanSettings, input: BatchInput): BatchPlan {
  return new BatchPlanner(settings, input).plan();
}

class BatchPlanner {
  readonly #settings: PlanSettings;
  readonly #input: BatchInput;
  readonly #shared: SharedContacts;
  readonly #touched = new Map<number, number>();
  readonly #keys: PlannedKeys;
  readonly #sharedRules: WriteRules;
  readonly #inserts: ContactInsert[] = [];
  readonly #updates: ContactUpdate[] = [];
  readonly #lines: LedgerLine[] = [];
  readonly #accounts: RowAccounts | null;
  readonly #mayCreate: (values: readonly string[]) => boolean;
  /** Slots that a new contact may fill: those of the file, or all where the import gives values of its own. */
  readonly #width: number;
  #nextContact: number;

  constructor(settings: PlanSettings, input: BatchInput) {
    this.#settings = settings;
    this.#input = input;
    this.#sharedRules = { ...settings.rules, addOnly: true };
    this.#shared = new SharedContacts(input.fileContacts, settings.matchKeys);
    this.#keys = new PlannedKeys(heldKeys(settings.shape, settings.indexed));
    this.#nextContact = input.nextContact;
    const { shape, policy, constants, batchTags } = settings;
    this.#mayCreate = requiredChecker(policy.requiredToCreate, shape.index);
    this.#accounts = input.accounts === null ? null : new RowAccounts(shape, settings, input.accounts);
    const fillsMore = constants.size > 0 || batchTags !== BLANK || input.complete !== undefined;
    this.#width = fillsMore ? shape.slots.length : Math.max(shape.mapped, (this.#accounts?.link ?? -1) + 1);
  }

  plan(): BatchPlan {
    for (let row = 0; row < this.#input.drafts.count; row++) this.#lines.push(this.#planRow(row));
    return {
      inserts: this.#inserts,
      updates: this.#updates,
      keysAdded: this.#keys.added,
      keysRemoved: this.#keys.removed,
      lines: this.#lines,
      fileContacts: this.#shared.changed,
      accounts: this.#accounts?.plan() ?? NO_ACCOUNTS,
    };
  }

  #planRow(row: number): LedgerLine {
    const found = this.#input.drafts.problems.get(row) ?? [];
    const line = this.#input.drafts.lines[row] ?? 0;
    const shared = this.#input.duplicates.get(line);
    const account =
      this.#accounts?.look(this.#at(row), {
        mainContactLine: shared?.mainContactLine ?? null,
        earlier: () => this.#saidEarlier(row, shared),
      }) ?? null;
    const problems = account === null ? found : [...found, account];
    if (problems.some((problem) => problem.severity === "error")) return this.#refuse(row, problems);
    if (problems.some(({ code }) => refused.LEFT_OUT.has(code))) return this.#skip(row, problems);
    const duplicate = shared?.keys.length === 0 ? undefined : shared;
    const inFile = this.#settings.policy.inFile;
    if (duplicate) {
      if (inFile === "fail")
        return this.#refuse(row, [...problems, refused.duplicateInFile(duplicate, this.#settings.policy.match)]);
      const superseded = duplicate.keys.find((key) => key.winner !== null);
      if ((inFile === "first" || inFile === "last") && superseded)
        return this.#skip(row, [...problems, refused.supersededInFile(superseded)]);
      if (inFile === "merge") return this.#planShared(row, duplicate, problems);
    }
    return this.#planAlone(row, problems);
  }

  /** What lines before it have said of the row's contact, by slot. */
  #saidEarlier(row: number, shared: DuplicateLine | undefined): readonly string[] {
    if (this.#settings.policy.inFile !== "merge" || shared === undefined) return [];
    const [contact, another] = this.#shared.of(shared.keys, this.#at(row));
    return another === undefined ? (contact?.said ?? []) : [];
  }

  /** A row that no other line of the file shares a key with, or whose others do not count. */
  #planAlone(row: number, problems: readonly Problem[]): LedgerLine {
    const decision = this.#input.decisions[row] ?? { kind: "new" };
    const { policy } = this.#settings;
    switch (decision.kind) {
      case "conflict":
        return this.#refuse(row, [...problems, refused.conflictingMatch(decision)]);
      case "ambiguous":
        return this.#refuse(row, [...problems, refused.ambiguousMatch(decision)]);
      case "unknown_id":
        return this.#turnAway(row, problems, refused.unknownId(decision, policy.onNoMatch));
      case "new":
        if (policy.mode === "update")
          return this.#turnAway(row, problems, refused.noMatch(this.#identified(row), policy));
        return this.#create(row, problems);
      case "match":
        return this.#planMatch(row, decision, problems);
      case "contradiction": {
        // Whom an earlier line has changed no longer shows what it held: matching says no more of it either, batches later.
        const isMet = this.#touched.has(decision.contact);
        const accepted = isMet || policy.onContradiction === "update" || this.#duplicates();
        if (accepted) return this.#planMatch(row, { ...decision, kind: "match" }, problems);
        return this.#refuse(row, [...problems, refused.contradictingMatch(decision)]);
      }
    }
  }

  #planMatch(
    row: number,
    decision: Extract<MatchDecision, { kind: "match" }>,
    problems: readonly Problem[],
  ): LedgerLine {
    const { policy } = this.#settings;
    const match = { contact: decision.contact, match: { key: decision.key, value: decision.value } };
    if (this.#duplicates()) return this.#create(row, problems);
    if (policy.onMatch === "skip") return this.#leave(row, problems, decision);
    if (policy.onMatch === "fail")
      return { ...this.#refuse(row, [...problems, refused.alreadyExists(decision, "error")]), ...match };
    if (this.#isApartByNow(row, decision)) return this.#create(row, problems);
    const earlier = this.#touched.get(decision.contact) ?? this.#input.touchedBy(decision.contact);
    if (earlier !== 0) {
      const again = refused.metAgain(decision, earlier, policy.inFile === "first" ? "warning" : "error");
      return {
        ...(policy.inFile === "first"
          ? this.#skip(row, [...problems, again])
          : this.#refuse(row, [...problems, again])),
        ...match,
      };
    }
    const existing = this.#input.contacts.get(decision.contact);
    if (!existing) return this.#turnAway(row, problems, refused.noMatch(true, policy));
    this.#touched.set(decision.contact, this.#input.drafts.lines[row] ?? 0);
    return { ...this.#update(row, existing, problems).ledger, ...match };
  }

  /** An earlier line of the batch has given the object that shares the row's key an id, and it is not the row's. */
  #isApartByNow = (row: number, { contact, key }: Extract<MatchDecision, { kind: "match" }>): boolean =>
    this.#touched.has(contact) && areApart(this.#settings.matchKeys, key, [this.#at(row), this.#valuesNow(contact)]);

  /** A row whose contact other lines of the file have too: they are merged in file order, and refused where they contradict. */
  #planShared(row: number, duplicate: DuplicateLine, problems: readonly Problem[]): LedgerLine {
    const keys = duplicate.keys.map(fileKey);
    const at = this.#at(row);
    const [shared, second] = this.#shared.of(duplicate.keys, at);
    if (shared && second) return this.#refuse(row, [...problems, refused.conflictingLines([shared.lead, second.lead])]);
    if (!shared) return this.#leadShared(row, keys, problems);
    const { shape } = this.#settings;
    const decision = this.#input.decisions[row];
    if (decision && !this.#agrees(decision, shared)) {
      return this.#refuse(row, [...problems, refused.pointsElsewhere(shared.lead, decision)]);
    }
    const fields = contradictions(shape, shared.said, at);
    if (fields.length > 0) {
      const same = duplicate.keys.find((key) => shared.keys.includes(fileKey(key)));
      const key = this.#settings.matchKeys[same?.match ?? 0]?.match ?? null;
      return this.#refuse(row, [...problems, refused.contradictsLine(shared.lead, key, fields)]);
    }
    const known = { ...shared, said: addSaid(shape, shared.said, at), keys: unitedKeys(shared.keys, keys) };
    const first = duplicate.keys[0];
    const matchKey = this.#settings.matchKeys[first?.match ?? 0];
    const match = matchKey ? { key: matchKey.match, value: matchKey.texts(at)[0] ?? "" } : null;
    if (shared.isLeft && shared.contact !== null && match !== null) {
      this.#shared.remember(known);
      return this.#leave(row, problems, { contact: shared.contact, ...match });
    }
    const existing = { id: shared.contact ?? -1, values: shared.current };
    const result = this.#update(row, existing, problems, addition(shape, shared.said, at));
    this.#shared.remember({ ...known, current: result.values });
    return { ...result.ledger, contact: shared.contact, match };
  }

  /** Nothing but the contact that the earlier lines have: a duplicate that was asked for is not the one it duplicates. */
  #agrees(decision: MatchDecision, shared: FileContact): boolean {
    if (decision.kind === "new") return true;
    const isOne = decision.kind === "match" || decision.kind === "contradiction";
    return isOne && (decision.contact === shared.contact || this.#duplicates());
  }

  #duplicates = (): boolean => this.#settings.policy.onMatch === "duplicate";

  #leadShared(row: number, keys: readonly string[], problems: readonly Problem[]): LedgerLine {
    const inserted = this.#inserts.length;
    const ledger = this.#planAlone(row, problems);
    const isLeft = ledger.outcome === "skipped" && ledger.contact !== null;
    if (ledger.outcome === "failed" || (ledger.outcome === "skipped" && !isLeft)) return ledger;
    const current = this.#inserts[inserted]?.values ?? this.#valuesNow(ledger.contact ?? 0);
    const said = addSaid(this.#settings.shape, [], (slot) => valueAt(this.#input.drafts, slot, row));
    this.#shared.remember({ lead: ledger.line, contact: ledger.contact, said, current, keys, isLeft });
    return ledger;
  }

  #valuesNow = (contact: number): readonly string[] =>
    withChanges(
      this.#input.contacts.get(contact)?.values ?? [],
      this.#updates.findLast(({ id }) => id === contact)?.changes ?? [],
    );

  #create(row: number, problems: readonly Problem[]): LedgerLine {
    const { shape, policy, rules, batchTags, constants } = this.#settings;
    if (rules.owned?.creation) return this.#refuse(row, [...problems, refused.createdBySource(rules.owned.creation)]);
    const said = this.#input.drafts.values;
    const values: string[] = [];
    for (let slot = 0; slot < this.#width; slot++) {
      const value = said[slot]?.[row] ?? BLANK;
      values.push(value === CLEAR || this.#accounts?.holdsBack(slot) === true ? BLANK : value);
    }
    if (!namesUnknownOwner(problems))
      for (const [slot, value] of constants) if (values[slot] === BLANK) values[slot] = value;
    this.#input.complete?.(values);
    const found = rules.owned ? [...problems, ...withheldFromNew(shape, rules.owned, values)] : problems;
    const missing = this.#mayCreate(values)
      ? null
      : missingRequired(policy.requiredToCreate, (field) => values[shape.index.get(field) ?? -1] ?? BLANK);
    if (missing) return this.#refuse(row, [...found, refused.requiredMissing(missing)]);
    const tags = shape.index.get("tags");
    if (batchTags !== BLANK && tags !== undefined) values[tags] = uniteLists(values[tags] ?? BLANK, batchTags);
    const id = this.#nextContact++;
    const line = this.#input.drafts.lines[row] ?? 0;
    const joined = this.#accounts?.join({ contact: id, values, said: this.#at(row), line }) ?? null;
    this.#inserts.push({ id, line, values });
    if (constants.size > 0 || this.#input.complete !== undefined) this.#keys.addContact(id, values);
    else this.#keys.addRow(this.#input.drafts, row, { contact: id, account: this.#accountIn(values) });
    return this.#ledgerLine(row, "created", joined === null ? found : [...found, joined], id, null);
  }

  #update(row: number, existing: ExistingContact, problems: readonly Problem[], said = this.#at(row)): UpdateResult {
    const { shape } = this.#settings;
    const rules = this.#isShared(row) ? this.#sharedRules : this.#settings.rules;
    const before = (slot: number): string => existing.values[slot] ?? BLANK;
    const merged = mergeRow(shape, rules, this.#kept(said, before, problems), before);
    const takesOver = rules.overrideOwners && !rules.addOnly && !namesUnknownOwner(problems);
    const owned = takesOver ? withGivenOwner(this.#settings, merged.changes, { said, before }) : merged.changes;
    const changes = withBatchTags(this.#settings, owned, before);
    const found = merged.warnings.length > 0 ? [...problems, ...merged.warnings] : problems;
    const contact = existing.id < 0 ? null : existing.id;
    if (this.#accounts === null || contact === null)
      return this.#writeUpdate({ row, existing, changes, found, flag: null });
    const line = this.#input.drafts.lines[row] ?? 0;
    const settled = this.#accounts.settle({ contact, held: existing.values, changes, said, line });
    return this.#writeUpdate({ row, existing, ...settled, found: [...found, ...settled.found] });
  }

  #writeUpdate({
    row,
    existing,
    changes,
    found,
    flag,
  }: PlannedUpdate & { readonly flag: Changes[string] | null }): UpdateResult {
    const { shape } = this.#settings;
    const contact = existing.id < 0 ? null : existing.id;
    if (changes.length === 0 && flag === null)
      return { ledger: this.#ledgerLine(row, "unchanged", found, contact, null), values: existing.values };
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
    return { ledger: this.#ledgerLine(row, "updated", found, contact, all), values };
  }

  #at =
    (row: number): ValueAt =>
    (slot) =>
      valueAt(this.#input.drafts, slot, row);

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

  /** The row has something that it could be recognised by under the policy. */
  #identified(row: number): boolean {
    const { shape, matchKeys } = this.#settings;
    const { starts, tags } = this.#input.drafts.keys;
    const held = new Set<KeyKind>();
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) held.add(tags[at] as KeyKind);
    return matchKeys.some(({ kind }) =>
      kind === null ? valueAt(this.#input.drafts, shape.index.get("id") ?? -1, row) !== BLANK : held.has(kind),
    );
  }

  #turnAway(row: number, problems: readonly Problem[], problem: Problem): LedgerLine {
    const found = [...problems, problem];
    return problem.severity === "error" ? this.#refuse(row, found) : this.#skip(row, found);
  }

  #leave(row: number, problems: readonly Problem[], found: refused.Found): LedgerLine {
    const ledger = this.#skip(row, [...problems, refused.alreadyExists(found, "warning")]);
    return { ...ledger, contact: found.contact, match: { key: found.key, value: found.value } };
  }

  #refuse = (row: number, problems: readonly Problem[]): LedgerLine =>
    this.#ledgerLine(row, "failed", problems, null, null);
  #skip = (row: number, problems: readonly Problem[]): LedgerLine =>
    this.#ledgerLine(row, "skipped", problems, null, null);

  #ledgerLine(
    row: number,
    outcome: LedgerLine["outcome"],
    problems: readonly Problem[],
    contact: number | null,
    changes: Changes | null,
  ): LedgerLine {
    const { lines, offsets } = this.#input.drafts;
    return { line: lines[row] ?? 0, offset: offsets[row] ?? -1, outcome, contact, match: null, changes, problems };
  }
}
