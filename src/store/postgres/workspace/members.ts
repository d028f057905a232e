/** Members of workspaces, and the contacts, accounts and opportunities that name them by their e-mail address. */
import type { HandOver, MemberStore, Named, NewMember } from "../../../app/ports/member-store.ts";
import type { Member } from "../../../core/member/member.ts";
import { accept, type Result } from "../../../core/problem/refusal.ts";
import { asMember, MEMBER_COLUMNS, memberTaken } from "../../workspace/member-row.ts";
import type { Database } from "../database.ts";
import { giveNamed, NAMES_FOLLOWER, OWNED } from "./named-members.ts";

export class PostgresMembers implements MemberStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number): Promise<readonly Member[]> {
    const rows = await this.#database.all(
      `select ${MEMBER_COLUMNS} from member where workspace_id = $1 order by name, email`,
      workspace,
    );
    return rows.map(asMember);
  }

  async byEmail(workspace: number, email: string): Promise<Member | null> {
    const row = await this.#database.get(
      `select ${MEMBER_COLUMNS} from member where workspace_id = $1 and email = $2`,
      ...[workspace, email],
    );
    return row ? asMember(row) : null;
  }

  async workspacesOf(email: string): Promise<readonly number[]> {
    const rows = await this.#database.all(
      "select workspace_id from member where email = $1 and removed_at is null order by 1",
      email,
    );
    return rows.map(([workspace]) => Number(workspace));
  }

  async add(workspace: number, { email, name, role, createdAt }: NewMember): Promise<Result<Member>> {
    const [row] = await this.#database.write(
      workspace,
      `insert into member (workspace_id, member_id, email, name, role, created_at)
       values ($1, (select coalesce(max(member_id), 0) + 1 from member where workspace_id = $1), $2, $3, $4, $5)
       on conflict (workspace_id, email) do nothing returning ${MEMBER_COLUMNS}`,
      ...[workspace, email, name, role, createdAt],
    );
    return row ? accept(asMember(row)) : memberTaken(email);
  }

  async change(workspace: number, member: Member): Promise<Result<Member>> {
    return this.#database.transaction(workspace, () => this.#change(workspace, member));
  }

  async owned(workspace: number, email: string): Promise<Named> {
    const row = await this.#database.get(
      `select (select count(*) from contact where ${NAMES_FOLLOWER}), (select count(*) from opportunity where ${OWNED})`,
      ...[workspace, email, JSON.stringify(email)],
    );
    return { contacts: Number(row?.[0] ?? 0), opportunities: Number(row?.[1] ?? 0) };
  }

  async handOver(
    workspace: number,
    { member, from, to }: HandOver,
  ): Promise<Result<{ readonly member: Member; readonly given: Named }>> {
    return this.#database.transaction(workspace, async () => {
      const changed = await this.#change(workspace, member);
      if (!changed.ok) return changed;
      return accept({ member: changed.value, given: await giveNamed(this.#database, workspace, { from, to }) });
    });
  }

  async #change(workspace: number, member: Member): Promise<Result<Member>> {
    const { number, email, name, role, formerEmails, removedAt } = member;
    const before = await this.#database.get(
      "select email from member where workspace_id = $1 and member_id = $2",
      ...[workspace, number],
    );
    // Looked up, not tried: an address that is taken would end the transaction.
    const [row] = await this.#database.all(
      `update member set email = $3, name = $4, role = $5, former_emails = $6, removed_at = $7
       where workspace_id = $1 and member_id = $2 and not exists (select 1 from member as other
         where other.workspace_id = $1 and other.email = $3 and other.member_id <> $2)
       returning ${MEMBER_COLUMNS}`,
      ...[workspace, number, email, name, role, JSON.stringify(formerEmails), removedAt],
    );
    if (!row || !before) return memberTaken(email);
    if (before[0] !== email) await giveNamed(this.#database, workspace, { from: String(before[0]), to: email });
    return accept(asMember(row));
  }
}
