/**
 * Batches of a file whose lines are about opportunities and their contacts. Both are planned; where an opportunity cannot be
 * written, they are planned again without the contacts of these lines, until each line is written in both parts or in none. Of
 * lines that have a word in each other's outcome the first is settled before those behind it are looked at, so that the outcome
 * does not depend on where a batch ends. A line that says nothing of an opportunity is its contact's.
 */
import { NO_ACCOUNTS } from "../../../core/account/account-plan.ts";
import { AccountPlanner } from "../../../core/account/account-planner.ts";
import { contactsIn, type MatchDecision, NEW } from "../../../core/match/decide-match.ts";
import {
  completeOpportunity,
  type LineLinks,
  linkOpportunities,
  type Placing,
  placeOpportunities,
} from "../../../core/opportunity/place-opportunities.ts";
import { type AccountFinder, referredAccount, unreferred } from "../../../core/opportunity/referred.ts";
import { areWithoutDeal, keptKeys, keptWhereAlone } from "../../../core/opportunity/without-deal.ts";
import { PipelineBook } from "../../../core/pipeline/pipeline-book.ts";
import { pipelineIds } from "../../../core/pipeline/pipeline-ids.ts";
import { type BatchPlan, emptyKeys } from "../../../core/plan/batch-plan.ts";
import { BLANK, CLEAR, type DraftBatch, valueAt } from "../../../core/plan/draft.ts";
import { type DuplicateLine, fileKey } from "../../../core/plan/file-duplicates.ts";
import {
  aboutDeals,
  contactAlone,
  heldBack,
  joinLines,
  linkedTo,
  ownLines,
  rowsToStop,
} from "../../../core/plan/join-lines.ts";
import type { LedgerLine } from "../../../core/plan/outcome.ts";
import { firstOfGroups, rowGroups } from "../../../core/plan/row-groups.ts";
import type { BatchReader } from "../../ports.ts";
import { knownAccounts } from "./known-accounts.ts";
import { heldBy, type Matched, type ObjectPass, type PassFacts } from "./object-pass.ts";

type Rows = { readonly drafts: DraftBatch; readonly second: DraftBatch };

/** What a batch's opportunities have found, and their drafts as they were planned. */
type Found = Pick<Matched, "decisions"> & { readonly placed: DraftBatch };
type PlannedDeals = Found & { readonly deals: BatchPlan };

/** How often a batch is planned to settle one line after the other; those that still stop each other then are settled at once. */
const MOST_TURNS = 20;

const NO_LINKS: LineLinks = { contact: BLANK, account: BLANK, problems: [] };

export class OpportunityPass {
  readonly deals: ObjectPass;
  readonly #contacts: ObjectPass;
  readonly #facts: PassFacts;
  readonly #areMade: boolean;

  constructor(contacts: ObjectPass, deals: ObjectPass, facts: PassFacts) {
    this.#contacts = contacts;
    this.deals = deals;
    this.#facts = facts;
    this.#areMade = facts.record.settings.second?.contacts === "made";
  }

  async plan(batch: BatchReader, rows: Rows, isPlan: boolean): Promise<BatchPlan> {
    const ofDeals = batch.about("opportunity");
    const numbers = {
      contact: await this.#contacts.numbersFrom(batch, isPlan),
      deal: await this.deals.numbersFrom(ofDeals, isPlan),
    };
    const book = new PipelineBook(await batch.pipelines(), pipelineIds(this.#facts.workspace.idKey));
    const alone = areWithoutDeal(this.deals.compiled.shape, rows.second, this.#keptByContacts());
    const own = this.#areMade ? keptWhereAlone(this.#contacts.compiled.shape, rows.drafts, alone) : rows.drafts;
    const contacts = await this.#contacts.match(batch, own, numbers.contact);
    const place = (linksOf: (row: number) => LineLinks): Promise<PlannedDeals> =>
      this.#planDeals(ofDeals, { drafts: rows.second, next: numbers.deal }, { book, linksOf });
    if (!this.#areMade) return this.#withReferred(batch, contacts, place);
    let drafts = contacts.drafts;
    let said: SaidKeys | null = null;
    let stopped: readonly (LedgerLine | null)[] = new Array<LedgerLine | null>(drafts.count).fill(null);
    for (let turn = 1; ; turn++) {
      const written = await this.#contacts.plan(batch, { ...contacts, drafts });
      const { deals, ...found } = await place((row) => ({
        ...NO_LINKS,
        ...linkedTo(alone[row] ? undefined : written.lines[row]),
      }));
      const both = deals.lines.map((deal, row) => (alone[row] ? (written.lines[row] ?? deal) : deal));
      const rows = rowsToStop(written.lines, both);
      if (rows.length === 0) return this.#joined(written, deals, { stopped, alone });
      said ??= await saidKeys(batch, contacts);
      const settled = new Set(turn < MOST_TURNS ? settledOf(rows, said, found) : rows);
      stopped = both.map((deal, row) => (settled.has(row) ? deal : (stopped[row] ?? null)));
      drafts = heldBack(contacts.drafts, stopped);
    }
  }

  /** Where something is given for every opportunity, each cell of a line may be about one. */
  #keptByContacts(): ReadonlySet<string> {
    const { constants = [] } = this.#facts.record.settings.second ?? {};
    return constants.length > 0 ? new Set() : keptKeys(this.#contacts.compiled.shape);
  }

  #joined(
    written: BatchPlan,
    deals: BatchPlan,
    { stopped, alone }: { readonly stopped: readonly (LedgerLine | null)[]; readonly alone: readonly boolean[] },
  ): BatchPlan {
    const lines = deals.lines.map((deal, row) => {
      const contact = written.lines[row];
      if (contact !== undefined && alone[row]) return contactAlone(contact);
      return joinLines(ownLines({ contact, stopped: stopped[row] ?? null, deal }));
    });
    return { ...written, lines, second: { shape: this.deals.compiled.shape, plan: deals } };
  }

  async #withReferred(
    batch: BatchReader,
    contacts: Matched,
    place: (linksOf: (row: number) => LineLinks) => Promise<PlannedDeals>,
  ): Promise<BatchPlan> {
    const links = await this.#referred(batch, contacts);
    const { deals } = await place((row) => links[row] ?? NO_LINKS);
    return {
      ...{ inserts: [], updates: [], fileContacts: [], accounts: NO_ACCOUNTS },
      ...{ keysAdded: emptyKeys(), keysRemoved: emptyKeys() },
      lines: deals.lines.map((deal, row) => joinLines({ contact: null, deal, referred: links[row]?.contact ?? BLANK })),
      second: { shape: this.deals.compiled.shape, plan: deals },
    };
  }

  async #planDeals(
    reader: BatchReader,
    { drafts, next }: Pick<Matched, "drafts" | "next">,
    { book, linksOf }: Pick<Placing, "book" | "linksOf">,
  ): Promise<PlannedDeals> {
    const { shape, plan } = this.deals.compiled;
    const placing: Placing = { shape, book, linksOf, mayCreate: plan.policy.mode !== "update" };
    const matched = await this.deals.match(reader, linkOpportunities(drafts, placing), next);
    const placed = placeOpportunities(placing, {
      said: drafts,
      matched: matched.drafts,
      decisions: matched.decisions,
      held: heldBy(matched.contacts),
    });
    const complete = completeOpportunity(shape, book);
    const planned = await this.deals.plan(reader, { ...matched, drafts: placed, complete });
    return { deals: { ...planned, lines: aboutDeals(planned.lines, placed) }, decisions: matched.decisions, placed };
  }

  /** The contacts and accounts that lines refer to, without changing any. */
  async #referred(batch: BatchReader, { decisions, contacts, drafts }: Matched): Promise<readonly LineLinks[]> {
    const { compiled } = this.#contacts;
    const { shape, plan, matchKeys } = compiled;
    const known = await knownAccounts(batch, compiled, { drafts, contacts, fileContacts: new Map() });
    const finder: AccountFinder | null =
      known === null
        ? null
        : { planner: new AccountPlanner(plan.policy.accountMatch, known), shape, policy: plan.policy };
    return decisions.map((decision, row) => {
      const at = (slot: number): string => {
        const value = valueAt(drafts, slot, row);
        return value === CLEAR ? BLANK : value;
      };
      const isNamed = matchKeys.some(({ texts }) => texts(at).length > 0);
      const account = finder === null ? { number: BLANK, problems: [] } : referredAccount(finder, at);
      const found = isNamed ? unreferred(decision, plan.policy) : [];
      const problems = [...(drafts.problems.get(row) ?? []), ...found, ...account.problems];
      return { contact: matchedText(decision), account: account.number, problems };
    });
  }
}

/** What each row of a batch says of its contact and opportunity that other rows of the file say as well, and the contacts it found. */
type SaidKeys = Readonly<Record<"contact" | "deal", (row: number) => readonly string[]>>;

async function saidKeys(batch: BatchReader, { drafts, decisions }: Matched): Promise<SaidKeys> {
  const { lines, count } = drafts;
  const [first = 0, last = 0] = [lines[0], lines[count - 1]];
  const ofContacts = await batch.duplicateLines(first, last);
  const ofDeals = await batch.about("opportunity").duplicateLines(first, last);
  const keysOf = (duplicates: ReadonlyMap<number, DuplicateLine>, row: number): readonly string[] =>
    (duplicates.get(lines[row] ?? 0)?.keys ?? []).map(fileKey);
  return {
    contact: (row) => [...keysOf(ofContacts, row), ...contactsIn(decisions[row] ?? NEW).map(String)],
    deal: (row) => keysOf(ofDeals, row),
  };
}

/** Those of the rows of which no other row can say otherwise any more. */
function settledOf(rows: readonly number[], said: SaidKeys, { decisions, placed }: Found): readonly number[] {
  const dealsOf = (row: number): readonly string[] => [
    ...said.deal(row),
    ...contactsIn(decisions[row] ?? NEW).map(String),
  ];
  const groups = rowGroups(placed.count, (row) => [
    ...said.contact(row).map((key) => `contact ${key}`),
    ...dealsOf(row).map((key) => `deal ${key}`),
  ]);
  // Whose it is does not count for an opportunity that nobody else speaks of.
  const isCertain = (row: number): boolean =>
    dealsOf(row).length === 0 || placed.problems.get(row)?.some(({ severity }) => severity === "error") === true;
  return firstOfGroups(rows, groups, isCertain);
}

const matchedText = (decision: MatchDecision | undefined): string =>
  decision?.kind === "match" ? String(decision.contact) : BLANK;
