/**
 * The heart of an import: drafts and what they match -> what is to be written (`row-writer.ts`) and one outcome per line. Pure: the
 * plan that is shown and the run are one.
 */
import { type MatchDecision, NEW } from "../match/decide-match.ts";
import type { KeyKind } from "../match/key-hash.ts";
import { areApart } from "../match/match-keys.ts";
import { sharedText } from "../match/shared-text.ts";
import type { Problem } from "../problem/problem.ts";
import type { BatchInput, BatchPlan, PlanSettings } from "./batch-plan.ts";
import { BLANK, valueAt } from "./draft.ts";
import {
  addition,
  addSaid,
  contradictions,
  type DuplicateLine,
  type FileContact,
  fileKey,
  unitedKeys,
} from "./file-duplicates.ts";
import type { LedgerLine } from "./outcome.ts";
import { RowAccounts } from "./row-account.ts";
import * as refused from "./row-refusals.ts";
import { RowWriter } from "./row-writer.ts";
import { SharedContacts } from "./shared-contacts.ts";

const NO_PROBLEMS: readonly Problem[] = [];
const NOTHING_SAID: readonly string[] = [];

export function planBatch(settings: PlanSettings, input: BatchInput): BatchPlan {
  return new BatchPlanner(settings, input).plan();
}

class BatchPlanner {
  readonly #settings: PlanSettings;
  readonly #input: BatchInput;
  readonly #shared: SharedContacts;
  readonly #touched = new Map<number, number>();
  readonly #rows: RowWriter;
  readonly #lines: LedgerLine[] = [];
  readonly #accounts: RowAccounts | null;

  constructor(settings: PlanSettings, input: BatchInput) {
    this.#settings = settings;
    this.#input = input;
    this.#shared = new SharedContacts(input.fileContacts, settings.matchKeys);
    this.#accounts = input.accounts === null ? null : new RowAccounts(settings.shape, settings, input.accounts);
    this.#rows = new RowWriter(settings, input, this.#accounts);
  }

  plan(): BatchPlan {
    for (let row = 0; row < this.#input.drafts.count; row++) this.#lines.push(this.#planRow(row));
    return { ...this.#rows.written, lines: this.#lines, fileContacts: this.#shared.changed };
  }

  #planRow(row: number): LedgerLine {
    const found = this.#input.drafts.problems.get(row) ?? NO_PROBLEMS;
    const line = this.#input.drafts.lines[row] ?? 0;
    const shared = this.#input.duplicates.get(line);
    const account = this.#lookAtAccount(row, shared);
    const problems = account === null ? found : [...found, account];
    if (problems.length > 0) {
      if (problems.some((problem) => problem.severity === "error")) return this.#rows.refuse(row, problems);
      if (problems.some(({ code }) => refused.LEFT_OUT.has(code))) return this.#rows.skip(row, problems);
    }
    const duplicate = shared?.keys.length === 0 ? undefined : shared;
    const inFile = this.#settings.policy.inFile;
    if (duplicate) {
      if (inFile === "fail")
        return this.#rows.refuse(row, [...problems, refused.duplicateInFile(duplicate, this.#settings.policy.match)]);
      const superseded = duplicate.keys.find((key) => key.winner !== null);
      if ((inFile === "first" || inFile === "last") && superseded)
        return this.#rows.skip(row, [...problems, refused.supersededInFile(superseded)]);
      if (inFile === "merge") return this.#planShared(row, duplicate, problems);
    }
    return this.#planAlone(row, problems);
  }

  /** Answers what stands in the way of the row's account. */
  #lookAtAccount(row: number, shared: DuplicateLine | undefined): Problem | null {
    if (this.#accounts === null) return null;
    const at = this.#rows.at(row);
    const earlier = this.#accounts.saysPart(at) ? this.#saidEarlier(row, shared) : NOTHING_SAID;
    return this.#accounts.look(at, { earlier, mainContactLine: shared?.mainContactLine ?? null });
  }

  /** What lines before it have said of the row's contact, by slot. */
  #saidEarlier(row: number, shared: DuplicateLine | undefined): readonly string[] {
    if (shared === undefined || this.#settings.policy.inFile !== "merge") return NOTHING_SAID;
    const [contact, another] = this.#shared.of(shared.keys, this.#rows.at(row));
    return another === undefined ? (contact?.said ?? NOTHING_SAID) : NOTHING_SAID;
  }

  /** A row that no other line of the file shares a key with, or whose others do not count. */
  #planAlone(row: number, problems: readonly Problem[]): LedgerLine {
    const decision = this.#input.decisions[row] ?? NEW;
    const { policy } = this.#settings;
    switch (decision.kind) {
      case "conflict":
        return this.#rows.refuse(row, [...problems, refused.conflictingMatch(decision)]);
      case "ambiguous":
        return this.#rows.refuse(row, [...problems, refused.ambiguousMatch(decision)]);
      case "unknown_id":
        return this.#turnAway(row, problems, refused.unknownId(decision, policy.onNoMatch));
      case "new":
        if (policy.mode === "update")
          return this.#turnAway(row, problems, refused.noMatch(this.#identified(row), policy));
        return this.#rows.create(row, problems);
      case "match":
        return this.#planMatch(row, decision, problems);
      case "contradiction": {
        // Whom an earlier line has changed no longer shows what it held: matching says no more of it either, batches later.
        const isMet = this.#touched.has(decision.contact);
        const accepted = isMet || policy.onContradiction === "update" || this.#duplicates();
        if (accepted) return this.#planMatch(row, { ...decision, kind: "match" }, problems);
        return this.#rows.refuse(row, [...problems, refused.contradictingMatch(decision)]);
      }
    }
  }

  #planMatch(
    row: number,
    decision: Extract<MatchDecision, { kind: "match" }>,
    problems: readonly Problem[],
  ): LedgerLine {
    const { policy } = this.#settings;
    if (this.#duplicates()) return this.#rows.create(row, problems, this.#input.contacts.get(decision.contact));
    if (policy.onMatch === "skip") return this.#leave(row, problems, decision);
    const match = { key: decision.key, value: decision.value };
    const about = { contact: decision.contact, match };
    if (policy.onMatch === "fail")
      return { ...this.#rows.refuse(row, [...problems, refused.alreadyExists(decision, "error")]), ...about };
    if (this.#isApartByNow(row, decision)) return this.#rows.create(row, problems);
    const earlier = this.#touched.get(decision.contact) ?? this.#input.touchedBy(decision.contact);
    if (earlier !== 0) {
      const again = refused.metAgain(decision, earlier, policy.inFile === "first" ? "warning" : "error");
      return {
        ...(policy.inFile === "first"
          ? this.#rows.skip(row, [...problems, again])
          : this.#rows.refuse(row, [...problems, again])),
        ...about,
      };
    }
    const existing = this.#input.contacts.get(decision.contact);
    if (!existing) return this.#turnAway(row, problems, refused.noMatch(true, policy));
    this.#touched.set(decision.contact, this.#input.drafts.lines[row] ?? 0);
    return this.#rows.update(row, existing, { problems, match }).ledger;
  }

  /** An earlier line of the batch has given the object that shares the row's key an id, and it is not the row's. */
  #isApartByNow = (row: number, { contact, key }: Extract<MatchDecision, { kind: "match" }>): boolean =>
    this.#touched.has(contact) &&
    areApart(this.#settings.matchKeys, key, [this.#rows.at(row), this.#rows.valuesNow(contact)]);

  /** A row whose contact other lines of the file have too: they are merged in file order, and refused where they contradict. */
  #planShared(row: number, duplicate: DuplicateLine, problems: readonly Problem[]): LedgerLine {
    const keys = duplicate.keys.map(fileKey);
    const at = this.#rows.at(row);
    const [shared, second] = this.#shared.of(duplicate.keys, at);
    if (shared && second)
      return this.#rows.refuse(row, [...problems, refused.conflictingLines([shared.lead, second.lead])]);
    if (!shared) return this.#leadShared(row, keys, problems);
    const { shape } = this.#settings;
    const decision = this.#input.decisions[row];
    if (decision && !this.#agrees(decision, shared)) {
      return this.#rows.refuse(row, [...problems, refused.pointsElsewhere(shared.lead, decision)]);
    }
    const fields = contradictions(shape, shared.said, at);
    if (fields.length > 0) {
      const same = duplicate.keys.find((key) => shared.keys.includes(fileKey(key)));
      const key = this.#settings.matchKeys[same?.match ?? 0]?.match ?? null;
      return this.#rows.refuse(row, [...problems, refused.contradictsLine(shared.lead, key, fields)]);
    }
    const known = { ...shared, said: addSaid(shape, shared.said, at), keys: unitedKeys(shared.keys, keys) };
    const first = duplicate.keys[0];
    const matchKey = this.#settings.matchKeys[first?.match ?? 0];
    const before = (slot: number): string => shared.said[slot] ?? BLANK;
    const match = matchKey ? { key: matchKey.match, value: sharedText(matchKey, at, before) } : null;
    if (shared.isLeft && shared.contact !== null && match !== null) {
      this.#shared.remember(known);
      return this.#leave(row, problems, { contact: shared.contact, ...match });
    }
    const existing = { id: shared.contact ?? -1, values: shared.current };
    const said = addition(shape, shared.said, at);
    const result = this.#rows.update(row, existing, { problems, match, said });
    this.#shared.remember({ ...known, current: result.values });
    return result.ledger;
  }

  /** Nothing but the contact that the earlier lines have: a duplicate that was asked for is not the one it duplicates. */
  #agrees(decision: MatchDecision, shared: FileContact): boolean {
    if (decision.kind === "new") return true;
    const isOne = decision.kind === "match" || decision.kind === "contradiction";
    return isOne && (decision.contact === shared.contact || this.#duplicates());
  }

  #duplicates = (): boolean => this.#settings.policy.onMatch === "duplicate";

  #leadShared(row: number, keys: readonly string[], problems: readonly Problem[]): LedgerLine {
    const ledger = this.#planAlone(row, problems);
    const isLeft = ledger.outcome === "skipped" && ledger.contact !== null;
    if (ledger.outcome === "failed" || (ledger.outcome === "skipped" && !isLeft)) return ledger;
    const current = this.#rows.valuesNow(ledger.contact ?? 0);
    const said = addSaid(this.#settings.shape, [], (slot) => valueAt(this.#input.drafts, slot, row));
    this.#shared.remember({ lead: ledger.line, contact: ledger.contact, said, current, keys, isLeft });
    return ledger;
  }

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
    return problem.severity === "error" ? this.#rows.refuse(row, found) : this.#rows.skip(row, found);
  }

  #leave(row: number, problems: readonly Problem[], found: refused.Found): LedgerLine {
    const ledger = this.#rows.skip(row, [...problems, refused.alreadyExists(found, "warning")]);
    return { ...ledger, contact: found.contact, match: { key: found.key, value: found.value } };
  }
}
