/** A page of objects that a search and filters leave: what `contacts`, `accounts` and `opportunities` have in common. */
import type { Command } from "commander";
import { CONTACTS_SHOWN } from "../app/limits.ts";
import type { ContactFilter } from "../app/ports.ts";
import type { SharedOptions } from "../config.ts";
import type { ProblemCode } from "../core/problem/catalogue.ts";
import { type Result, refuseWith } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import { decodeId, ID_PREFIX } from "../core/public-id.ts";
import type { Cli, ExitCode, Session } from "./cli.ts";
import { remoteObjects } from "./remote/objects.ts";
import { collected, positive } from "./shared-options.ts";
import { withData } from "./words/import-text.ts";

type Options = SharedOptions & {
  readonly search?: string;
  readonly filter?: readonly string[];
  readonly limit: number;
  readonly cursor?: string;
};

/** Objects of a page, unless it is said otherwise. */
export const PAGE = 50;

type Query = {
  readonly search: string | null;
  readonly filters: readonly ContactFilter[];
  readonly after: number;
  readonly limit: number;
};

export type ListedObjects<T> = {
  readonly object: keyof typeof KINDS;
  readonly filters: (session: Session, words: readonly string[]) => Promise<Result<readonly ContactFilter[]>>;
  readonly page: (session: Session, query: Query) => Promise<readonly T[]>;
  readonly id: (session: Session, one: T) => string;
  readonly json: (session: Session, page: readonly T[]) => Promise<readonly unknown[]>;
  readonly table: (session: Session, page: readonly T[]) => readonly string[];
};

const KINDS = {
  contact: { many: "contacts", file: "FILE", unknown: "contact_unknown" },
  account: { many: "accounts", file: "FILE --object accounts", unknown: "account_not_found" },
  opportunity: { many: "opportunities", file: "FILE --object opportunities", unknown: "opportunity_unknown" },
} as const satisfies Record<string, { many: string; file: string; unknown: ProblemCode }>;

/** What a search for contacts looks at. */
export const CONTACTS_SEARCHED = "contacts in whose name, email, phone, account or external id all words stand";

/** The same words wherever objects are chosen. @param searched what a search looks at */
export const withFilters = (command: Command, searched: string): Command =>
  command
    .option("--search <words>", searched)
    .option(
      "--filter <filter>",
      "field=value, field!=value, field~part, field= (has none), field!= (has one); repeatable",
      collected,
    );

/** The command lists its objects, here or on a server. @param command has its filters already */
export const withList = <T>(command: Command, cli: Cli, listed: ListedObjects<T>): Command =>
  command
    .option("--limit <n>", `how many to list, at most ${CONTACTS_SHOWN}`, positive, PAGE)
    .option(`--cursor <${listed.object}>`, "list those after this one")
    .action((options: Options) =>
      cli.look(options, (session) => listObjects(session, options, listed), {
        remote: remoteObjects(listed.object, options),
      }),
    );

async function listObjects<T>(session: Session, options: Options, listed: ListedObjects<T>): Promise<ExitCode> {
  const { workspace, terminal, config } = session;
  const { many, file, unknown } = KINDS[listed.object];
  const filters = await listed.filters(session, options.filter ?? []);
  if (!filters.ok) return session.refuse(filters.refusal);
  const after = options.cursor === undefined ? 0 : decodeId(ID_PREFIX[listed.object], workspace.idKey, options.cursor);
  if (after === null) {
    const { refusal } = refuseWith(unknown, `The cursor ${shown(options.cursor ?? "")} is no ${listed.object}'s id.`);
    return session.refuse({ ...refusal, fix: "Use the cursor that the page before has named, or leave it out." });
  }
  const limit = Math.min(options.limit, CONTACTS_SHOWN);
  const query = { search: options.search ?? null, filters: filters.value, after, limit: limit + 1 };
  const found = await listed.page(session, query);
  const page = found.slice(0, limit);
  if (terminal.json) {
    for (const one of await listed.json(session, page)) await terminal.printJson(one);
  } else if (page.length > 0) {
    await terminal.print(...listed.table(session, page));
  } else {
    const chosen = after > 0 || options.search !== undefined || filters.value.length > 0;
    const begin = withData(`muster import ${file}`, config);
    terminal.note(chosen ? `There are no such ${many}.` : `There are no ${many} yet. Begin with: ${begin}`);
  }
  const last = page.at(-1);
  if (found.length > limit && last) terminal.note(`There are more: --cursor ${listed.id(session, last)}`);
  return 0;
}
