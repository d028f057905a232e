/** Members of workspaces, and the contacts, accounts and opportunities that name them by their e-mail address. */
import type { HandOver, MemberStore, Named, NewMember } from "../../../app/ports/member-store.ts";
import type { Member } from "../../../core/member/member.ts";
import { accept, type Result } from "../../../core/problem/refusal.ts";
import { asMember, MEMBER_COLUMNS, memberTaken } from "../../workspace/member-row.ts";
import type { Database } from "../database.ts";
import { knownTo } from "../objects/search-index.ts";

export class SqliteMembers implements MemberStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number): Promise<readonly Member[]> {
    return this.#database
      .all(`select ${MEMBER_COLUMNS} from member where workspace_id = ? order by name, email`, workspace)
      .map(asMember);
  }

  async byEmail(workspace: number, email: string): Promise<Member | null> {
    const row = this.#database.get(
      `select ${MEMBER_COLUMNS} from member where workspace_id = ? and email = ?`,
      ...[workspace, email],
    );
    return row ? asMember(row) : null;
  }

  async workspacesOf(email: string): Promise<readonly number[]> {
    return this.#database
      .all("select workspace_id from member where email = ? and removed_at is null order by 1", email)
      .map(([workspace]) => Number(workspace));
  }

  async add(workspace: number, { email, name, role, createdAt }: NewMember): Promise<Result<Member>> {
    const [row] = await this.#database.write(
      `insert into member (workspace_id, member_id, email, name, role, created_at)
       values (?, (select ifnull(max(member_id), 0) + 1 from member where workspace_id = ?), ?, ?, ?, ?)
       on conflict (workspace_id, email) do nothing returning ${MEMBER_COLUMNS}`,
      ...[workspace, workspace, email, name, role, createdAt],
    );
    return row ? accept(asMember(row)) : memberTaken(email);
  }

  async change(workspace: number, member: Member): Promise<Result<Member>> {
    return this.#database.transaction(() => this.#change(workspace, member));
  }

  async owned(workspace: number, email: string): Promise<Named> {
    const row = this.#database.get(
      `select (select count(*) from contact where ${names("followers")}), (select count(*) from opportunity where ${OWNED})`,
      ...[workspace, email],
    );
    return { contacts: Number(row?.[0] ?? 0), opportunities: Number(row?.[1] ?? 0) };
  }

  async handOver(
    workspace: number,
    { member, from, to }: HandOver,
  ): Promise<Result<{ readonly member: Member; readonly given: Named }>> {
    return this.#database.transaction(() => {
      const changed = this.#change(workspace, member);
      return changed.ok ? accept({ member: changed.value, given: this.#give(workspace, from, to) }) : changed;
    });
  }

  #change(workspace: number, { number, email, name, role, formerEmails, removedAt }: Member): Result<Member> {
    const before = this.#database.get(
      "select email from member where workspace_id = ? and member_id = ?",
      ...[workspace, number],
    );
    const row = this.#database.get(
      `update or ignore member set email = ?, name = ?, role = ?, former_emails = ?, removed_at = ?
       where workspace_id = ? and member_id = ? returning ${MEMBER_COLUMNS}`,
      ...[email, name, role, JSON.stringify(formerEmails), removedAt, workspace, number],
    );
    if (!row || !before) return memberTaken(email);
    if (before[0] !== email) this.#give(workspace, String(before[0]), email);
    return accept(asMember(row));
  }

  #give(workspace: number, from: string, to: string): Named {
    const values = [workspace, from, to];
    this.#database.run(
      `update account set owner = iif(owner = ?2, ?3, owner), managers = ${renamed("managers")}
       where ${names("managers")}`,
      ...values,
    );
    const known = knownTo(this.#database, workspace);
    this.#database.run(
      `insert or ignore into search_stale (workspace_id, contact_id)
       select workspace_id, contact_id from contact where workspace_id = ?1 and owner = ?2 and contact_id <= ?3`,
      ...[workspace, from, known],
    );
    this.#database.run(
      `update contact set owner = iif(owner = ?2, ?3, owner), followers = ${renamed("followers")}
       where ${names("followers")}`,
      ...values,
    );
    const contacts = this.#changes();
    this.#database.run(`update opportunity set owner = ?3 where ${OWNED}`, ...values);
    const opportunities = this.#changes();
    // A bulk change that is not at its end gives its contacts to whoever it is by then.
    this.#database.run(
      `update bulk_change set change = json_set(change, '$.owner', ?3)
       where workspace_id = ?1 and state = 'running' and change ->> '$.owner' = ?2`,
      ...values,
    );
    return { contacts, opportunities };
  }

  #changes(): number {
    return Number(this.#database.get("select changes()")?.[0] ?? 0);
  }
}

type MemberList = "followers" | "managers";

const holds = (list: MemberList): string =>
  `ifnull(${list}, '') <> '' and exists (select 1 from json_each(${list}) where value = ?2)`;

/** Objects of a workspace (?1) that name an address (?2) as owner or in their list. */
const names = (list: MemberList): string => `workspace_id = ?1 and (owner = ?2 or (${holds(list)}))`;

/** Opportunities of a workspace (?1) whose owner has an address (?2). */
const OWNED = "workspace_id = ?1 and owner = ?2";

/** The list with another address (?3) instead. Whoever is in it already is not named twice. */
const renamed = (list: MemberList): string => `iif(${holds(list)}, (select json_group_array(name) from
  (select iif(value = ?2, ?3, value) as name, min(key) from json_each(${list}) group by 1 order by 2)), ${list})`;
