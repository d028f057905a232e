/** The account of each row of a batch of contacts: found before the row is decided, made and linked when the row is written. */
import type { AccountPlan } from "../account/account-plan.ts";
import { AccountPlanner, type KnownAccounts } from "../account/account-planner.ts";
import type { AccountTexts, FoundAccount } from "../account/find-account.ts";
import type { ValueAt } from "../match/object-keys.ts";
import type { EffectivePolicy } from "../policy/effective-policy.ts";
import type { Problem } from "../problem/problem.ts";
import { BLANK, CLEAR } from "./draft.ts";
import * as refused from "./row-refusals.ts";
import { ACCOUNT_LINK, ACCOUNT_PARTS, type ImportShape } from "./shape.ts";

const MAIN = "main_contact";
const NO_TEXTS: AccountTexts = { external_id: BLANK, name: BLANK, domain: BLANK };
const UNSAID: FoundAccount = { kind: "unsaid" };

/** Whether the rows of an import have to do with accounts at all. */
export const concernsAccounts = (shape: ImportShape, policy: EffectivePolicy): boolean =>
  shape.object === "contact" &&
  policy.accounts !== "off" &&
  [...ACCOUNT_PARTS, MAIN].some((key) => (shape.index.get(key) ?? shape.mapped) < shape.mapped);

export class RowAccounts {
  /** Where the number of a contact's account stands. */
  readonly link: number;
  readonly #policy: EffectivePolicy;
  readonly #planner: AccountPlanner;
  readonly #parts: readonly number[];
  readonly #main: number;
  #said = NO_TEXTS;
  #found: FoundAccount = UNSAID;
  #isHeldBack = false;

  constructor(shape: ImportShape, policy: EffectivePolicy, known: KnownAccounts) {
    this.#policy = policy;
    this.#planner = new AccountPlanner(policy.accountMatch, known);
    this.#parts = ACCOUNT_PARTS.map((key) => shape.index.get(key) ?? -1);
    this.link = shape.index.get(ACCOUNT_LINK) ?? -1;
    const main = shape.index.get(MAIN) ?? -1;
    this.#main = policy.mainContact && main < shape.mapped ? main : -1;
  }

  /** Looks at the next row. An error refuses it; with a warning it goes in without an account. */
  look(at: ValueAt): Problem | null {
    this.#said = this.#textsOf(at);
    this.#found = this.#planner.find(this.#said);
    const problem = this.#problem();
    this.#isHeldBack = problem !== null;
    return problem;
  }

  /** What the row says in this slot is not written. */
  holdsBack = (slot: number): boolean => this.#isHeldBack && this.#parts.includes(slot);

  /**
   * The number of the account that the row's contact belongs to once it is written, as text.
   *
   * @param now the contact's values as they will be
   */
  linkOf(now: ValueAt, line: number): string {
    const found = this.#found;
    if (!this.#isHeldBack && (found.kind === "found" || found.kind === "new"))
      return String(this.#planner.use(found, this.#said, line));
    const isNowhere = this.#parts.every((slot) => slot < 0 || now(slot) === BLANK);
    return isNowhere && !this.#isHeldBack && this.#parts.some((slot) => slot >= 0) ? BLANK : now(this.link);
  }

  /** True where the contact is the main one of its account. */
  isMain(account: string, contact: number | null): boolean {
    return account !== BLANK && contact !== null && this.#planner.mainContactOf(Number(account)) === contact;
  }

  /** Gives or takes the flag, if the row speaks of it. Answers whether that changed anything, or what stood in the way. */
  flag(
    at: ValueAt,
    { account, contact, line }: { readonly account: string; readonly contact: number; readonly line: number },
  ): boolean | Problem {
    const value = this.#main < 0 ? BLANK : at(this.#main);
    if (value === BLANK) return false;
    if (account === BLANK) return value === "yes" ? refused.mainContactNowhere() : false;
    const isMain = this.isMain(account, contact);
    if (value === "yes" ? isMain : !isMain) return false;
    this.#planner.setMainContact(Number(account), value === "yes" ? contact : null, line);
    return true;
  }

  /** A contact that moves to another account leaves no flag behind. */
  move(contact: number, [before, after]: readonly [string, string], line: number): void {
    if (this.isMain(before, contact)) this.#planner.setMainContact(Number(before), null, line);
    this.#planner.noteMove(contact, [before, after], line);
  }

  plan(): AccountPlan {
    return this.#planner.plan();
  }

  #textsOf(at: ValueAt): AccountTexts {
    const [external_id = BLANK, name = BLANK, domain = BLANK] = this.#parts.map((slot) => {
      const value = slot < 0 ? BLANK : at(slot);
      return value === CLEAR ? BLANK : value;
    });
    return { external_id, name, domain };
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
