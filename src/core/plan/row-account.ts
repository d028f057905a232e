/** The account of each row of a batch of contacts: found before the row is decided, made and linked when the row is written. */
import type { AccountPlan } from "../account/account-plan.ts";
import { AccountPlanner, type KnownAccounts } from "../account/account-planner.ts";
import type { AccountTexts, FoundAccount } from "../account/find-account.ts";
import type { ValueAt } from "../match/object-keys.ts";
import type { EffectivePolicy } from "../policy/effective-policy.ts";
import type { Problem } from "../problem/problem.ts";
import { BLANK, CLEAR } from "./draft.ts";
import { type OwnedSlots, ownedBySource, type WriteRules, withChanges } from "./merge.ts";
import type { Changes } from "./outcome.ts";
import * as refused from "./row-refusals.ts";
import { ACCOUNT_LINK, ACCOUNT_PARTS, type ImportShape } from "./shape.ts";
import type { SlotChange } from "./slot-change.ts";

const MAIN = "main_contact";
const NO_TEXTS: AccountTexts = { external_id: BLANK, name: BLANK, domain: BLANK };
const UNSAID: FoundAccount = { kind: "unsaid" };

/** Whether the rows of an import have to do with accounts at all. */
export const concernsAccounts = (shape: ImportShape, policy: EffectivePolicy): boolean =>
  shape.object === "contact" &&
  policy.accounts !== "off" &&
  [...ACCOUNT_PARTS, MAIN].some((key) => (shape.index.get(key) ?? shape.mapped) < shape.mapped);

type NewContact = {
  readonly contact: number;
  readonly values: string[];
  readonly said: ValueAt;
  readonly line: number;
};

type ChangedContact = {
  readonly contact: number;
  /** What it holds, by slot, before the row's changes. */
  readonly held: readonly string[];
  readonly changes: readonly SlotChange[];
  readonly said: ValueAt;
  readonly line: number;
};

type SettledContact = {
  readonly changes: readonly SlotChange[];
  /** Main contact before and after; null = as it was. */
  readonly flag: Changes[string] | null;
  readonly found: readonly Problem[];
};

const UNSETTLED: SettledContact = { changes: [], flag: null, found: [] };

export class RowAccounts {
  /** Where the number of a contact's account stands. */
  readonly link: number;
  readonly #policy: EffectivePolicy;
  readonly #planner: AccountPlanner;
  readonly #parts: readonly number[];
  /** Those of them that the import has a place for. */
  readonly #placed: readonly number[];
  readonly #main: number;
  readonly #shape: ImportShape;
  readonly #owned: OwnedSlots["slots"];
  /** Somebody else says what a contact's account is called. */
  readonly #isOwned: boolean;
  #said = NO_TEXTS;
  #found: FoundAccount = UNSAID;
  #isHeldBack = false;
  #mainContactLine: number | null = null;

  constructor(
    shape: ImportShape,
    { policy, rules }: { readonly policy: EffectivePolicy; readonly rules: WriteRules },
    known: KnownAccounts,
  ) {
    this.#policy = policy;
    this.#shape = shape;
    this.#owned = rules.owned?.slots ?? new Map();
    this.#planner = new AccountPlanner(policy.accountMatch, known);
    this.#parts = ACCOUNT_PARTS.map((key) => shape.index.get(key) ?? -1);
    this.#placed = this.#parts.filter((slot) => slot >= 0);
    this.link = shape.index.get(ACCOUNT_LINK) ?? -1;
    this.#isOwned = this.#parts.some((slot) => this.#owned.has(slot));
    const main = shape.index.get(MAIN) ?? -1;
    this.#main = policy.mainContact && main < shape.mapped ? main : -1;
  }

  /**
   * Looks at the next row. An error refuses it; with a warning it goes in without an account.
   *
   * @param earlier what lines before it have said of the same contact, by slot: together they say which account is meant
   * @param mainContactLine a later line that names the main contact of the same account; null = none
   */
  look(
    at: ValueAt,
    { earlier, mainContactLine }: { readonly earlier: readonly string[]; readonly mainContactLine: number | null },
  ): Problem | null {
    this.#mainContactLine = mainContactLine;
    this.#said = this.#textsOf(earlier.length > 0 ? besideEarlier(at, earlier) : at);
    this.#found = this.#planner.find(this.#said);
    const problem = this.#problem();
    this.#isHeldBack = problem !== null;
    return problem;
  }

  /** What the row says in this slot is not written. */
  holdsBack = (slot: number): boolean => this.#isHeldBack && this.#parts.includes(slot);

  /** Links a new contact, whose values these are. Answers what stood in the way of making it the main one. */
  join({ contact, values, said, line }: NewContact): Problem | null {
    const account = this.#linkOf(values, { held: values, said, line });
    if (this.link >= 0) values[this.link] = account;
    return this.#flag(said, { account, contact, line });
  }

  /** The account of a contact follows what the row leaves of its texts, and the flag follows the account. */
  settle({ contact, held, changes, said, line }: ChangedContact): SettledContact {
    const before = held[this.link] ?? BLANK;
    const now = withChanges(held, changes);
    this.#complete(before, now);
    const after = this.#linkOf(now, { held, said, line });
    const moved = after !== before;
    if (!moved && this.#main < 0) return changes.length === 0 ? UNSETTLED : { ...UNSETTLED, changes };
    const wasMain = this.#isMain(before, contact);
    if (moved) this.#move(contact, [before, after], line);
    const problem = this.#flag(said, { account: after, contact, line });
    const isMain = this.#isMain(after, contact);
    return {
      changes: moved ? [...changes, ...this.#takenOver(now, said, after), { slot: this.link, before, after }] : changes,
      flag: wasMain === isMain ? null : [wasMain ? "yes" : null, isMain ? "yes" : null],
      found: problem === null ? [] : [problem],
    };
  }

  /** What a contact says of the account that it has left, and its row says nothing of, is what the new one is called. */
  #takenOver(now: readonly string[], said: ValueAt, account: string): readonly SlotChange[] {
    if (account === BLANK) return [];
    const { external_id, name, domain } = this.#planner.textsOf(Number(account));
    const texts = [external_id, name, domain];
    return this.#parts.flatMap((slot, part) => {
      const [before, after] = [now[slot] ?? BLANK, texts[part] ?? BLANK];
      return slot < 0 || said(slot) !== BLANK || before === BLANK || before === after ? [] : [{ slot, before, after }];
    });
  }

  /**
   * What no account has, said alone, is what the contact's own account lacks: its id, or its name. An id where that has one is of
   * another account, which is called as the contact says.
   */
  #complete(account: string, now: readonly string[]): void {
    const { external_id, name, domain } = this.#said;
    if (this.#found.kind !== "new" || this.#isHeldBack || this.#isOwned || domain !== BLANK) return;
    if ((external_id === BLANK) === (name === BLANK)) return;
    const lacking = name === BLANK ? "external_id" : "name";
    const own = account === BLANK ? null : this.#planner.without(lacking, Number(account));
    if (own !== null) this.#found = { kind: "found", account: own };
    else if (name === BLANK) this.#said = { ...this.#textsOf((slot) => now[slot] ?? BLANK), external_id };
  }

  /** The number of the account that a contact with these values belongs to once its row is written, as text. */
  #linkOf(now: readonly string[], { held, said, line }: Pick<ChangedContact, "held" | "said" | "line">): string {
    const found = this.#found;
    const linked = now[this.link] ?? BLANK;
    // Whoever owns what a contact's account is called also says which one it belongs to.
    if (this.#isOwned) return linked;
    if (!this.#isHeldBack && (found.kind === "found" || found.kind === "new")) {
      const account = this.#planner.use(found, this.#said, line);
      return Number(linked) === account ? linked : String(account);
    }
    // A contact may be linked by what the import has no place for, or by hand without a word: who says nothing takes no link.
    const isTaken = this.#placed.some((slot) => (held[slot] ?? BLANK) !== BLANK || said(slot) === CLEAR);
    const isNowhere = isTaken && this.#placed.every((slot) => (now[slot] ?? BLANK) === BLANK);
    return isNowhere && !this.#isHeldBack ? BLANK : linked;
  }

  #isMain(account: string, contact: number): boolean {
    return account !== BLANK && this.#planner.mainContactOf(Number(account)) === contact;
  }

  /** Gives or takes the flag, if the row speaks of it. Answers what stood in the way. */
  #flag(
    said: ValueAt,
    { account, contact, line }: { readonly account: string; readonly contact: number; readonly line: number },
  ): Problem | null {
    const value = this.#main < 0 ? BLANK : said(this.#main);
    // Nobody knows of which account: of the contact's own it was not said.
    if (value === BLANK || this.#isHeldBack) return null;
    if (account === BLANK) return value === "yes" ? refused.mainContactNowhere() : null;
    const isMain = this.#isMain(account, contact);
    const slot = this.#shape.slots[this.#main];
    const owner = this.#owned.get(this.#main);
    if (owner && slot)
      return isMain === (value === "yes")
        ? null
        : ownedBySource(this.#shape, slot, owner, { value, present: isMain ? "yes" : BLANK });
    if (value === "yes" && this.#mainContactLine !== null) {
      // The later line may still fail: until then the account has the first one, unless it has one already.
      if (this.#planner.mainContactOf(Number(account)) === null)
        this.#planner.setMainContact(Number(account), contact, line);
      return refused.mainContactRepeated(this.#mainContactLine, this.#planner.nameOf(Number(account)));
    }
    if (value === "yes" && !isMain) this.#planner.setMainContact(Number(account), contact, line);
    if (value !== "yes" && isMain) this.#planner.setMainContact(Number(account), null, line);
    return null;
  }

  /** A contact that moves to another account leaves no flag behind. */
  #move(contact: number, [before, after]: readonly [string, string], line: number): void {
    if (this.#isMain(before, contact)) this.#planner.setMainContact(Number(before), null, line);
    this.#planner.noteMove(contact, [before, after], line);
  }

  plan(): AccountPlan {
    return this.#planner.plan();
  }

  #textsOf(at: ValueAt): AccountTexts {
    const [id = -1, name = -1, domain = -1] = this.#parts;
    return { external_id: saidIn(id, at), name: saidIn(name, at), domain: saidIn(domain, at) };
  }

  /** Something of an account, and not all. */
  saysPart(at: ValueAt): boolean {
    let [isBlank, isSaid] = [false, false];
    for (const slot of this.#placed) {
      isBlank ||= at(slot) === BLANK;
      isSaid ||= saidIn(slot, at) !== BLANK;
    }
    return isBlank && isSaid;
  }

  #problem(): Problem | null {
    const found = this.#found;
    switch (found.kind) {
      case "mismatch":
        return refused.accountMismatch(this.#said, found);
      case "ambiguous":
        return refused.accountAmbiguous(this.#said, found.accounts, this.#policy);
      case "new":
        return this.#policy.accounts === "find" ? refused.accountUnknown(this.#said, this.#policy) : null;
      default:
        return null;
    }
  }
}

const besideEarlier =
  (at: ValueAt, earlier: readonly string[]): ValueAt =>
  (slot) => {
    const value = at(slot);
    return value === BLANK ? (earlier[slot] ?? BLANK) : value;
  };

function saidIn(slot: number, at: ValueAt): string {
  const value = slot < 0 ? BLANK : at(slot);
  return value === CLEAR ? BLANK : value;
}
