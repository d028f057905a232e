/** Erasures: what was asked for, how far it is, and what has become of it. The erasing itself is in `erasures.ts`. */
import type { Claim, Claimant } from "../../../app/ports/claim.ts";
import type { ErasedPlaces, ErasureRecord, ErasureRequests, Mentions } from "../../../app/ports/erasure-requests.ts";
import type { Refusal } from "../../../core/problem/refusal.ts";
import { asErasure, type DoneErasure, ERASURE_COLUMNS } from "../../changes/stored-erasure.ts";
import { isHeld } from "../../held-claim.ts";
import type { Database } from "../database.ts";
import type { Ahead } from "../database-clock.ts";

/** Call inside a transaction. @returns null = it is not what is to be done any more */
export async function writeErased(
  database: Database,
  workspace: number,
  { request, at, by, contacts, places }: DoneErasure,
): Promise<ErasureRecord | null> {
  const done = [workspace, at, JSON.stringify(contacts), JSON.stringify(places)];
  const row =
    request === null
      ? await database.get(
          `insert into erasure (workspace_id, erasure_id, at, ended_at, contacts, places, by)
           values ($1, ${NEXT}, $2, $2, $3, $4, $5) returning ${ERASURE_COLUMNS}`,
          ...[...done, by],
        )
      : await database.get(
          `update erasure set state = 'erased', ended_at = $2, contacts = $3, places = $4, refusal = null,
             claimed_by = null, claimed_until = null
           where workspace_id = $1 and erasure_id = $5 and state = 'erasing' returning ${ERASURE_COLUMNS}`,
          ...[...done, request],
        );
  return row ? asErasure(row) : null;
}

const NEXT = "(select coalesce(max(erasure_id), 0) + 1 from erasure where workspace_id = $1)";

export class PostgresErasureRequests implements ErasureRequests {
  readonly #database: Database;
  readonly #ahead: Ahead;

  constructor(database: Database, ahead: Ahead) {
    this.#database = database;
    this.#ahead = ahead;
  }

  async open(
    workspace: number,
    { at, by, contacts, state }: Parameters<ErasureRequests["open"]>[1],
  ): Promise<ErasureRecord> {
    const [row] = await this.#database.write(
      workspace,
      `insert into erasure (workspace_id, erasure_id, at, by, contacts, state, places)
       values ($1, ${NEXT}, $2, $3, $4, $5, 'null') returning ${ERASURE_COLUMNS}`,
      ...[workspace, at, by, JSON.stringify(contacts), state],
    );
    return asErasure(row ?? []);
  }

  async get(workspace: number, erasure: number): Promise<ErasureRecord | null> {
    const row = await this.#database.get(
      `select ${ERASURE_COLUMNS} from erasure where workspace_id = $1 and erasure_id = $2 and state <> 'withdrawn'`,
      ...[workspace, erasure],
    );
    return row ? asErasure(row) : null;
  }

  async list(
    workspace: number,
    { before, limit }: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly ErasureRecord[]> {
    const rows = await this.#database.all(
      `select ${ERASURE_COLUMNS} from erasure where workspace_id = $1 and erasure_id < $2 and state <> 'withdrawn'
       order by erasure_id desc limit $3`,
      ...[workspace, before ?? Number.MAX_SAFE_INTEGER, limit],
    );
    return rows.map(asErasure);
  }

  async unfinished(workspace: number): Promise<readonly ErasureRecord[]> {
    const rows = await this.#database.all(
      `select ${ERASURE_COLUMNS} from erasure
       where workspace_id = $1 and state in ('planning', 'erasing') order by erasure_id`,
      workspace,
    );
    return rows.map(asErasure);
  }

  /** Its row alone is held for it. */
  async claim(workspace: number, erasure: number, { holder, ...claim }: Claim): Promise<boolean> {
    const now = claim.now + (await this.#ahead(claim.now));
    return this.#database.transaction(null, async () => {
      const found = await this.#database.get(
        "select claimed_by, claimed_until from erasure where workspace_id = $1 and erasure_id = $2 for update",
        ...[workspace, erasure],
      );
      if (!found || isHeld(found, { ...claim, now })) return false;
      await this.#database.run(
        "update erasure set claimed_by = $3, claimed_until = $4 where workspace_id = $1 and erasure_id = $2",
        ...[workspace, erasure, holder, now + this.#database.leaseMs],
      );
      return true;
    });
  }

  async renew(workspace: number, erasure: number, { holder, now }: Claimant): Promise<void> {
    await this.#database.write(
      null,
      "update erasure set claimed_until = $4 where workspace_id = $1 and erasure_id = $2 and claimed_by = $3",
      ...[workspace, erasure, holder, now + (await this.#ahead(now)) + this.#database.leaseMs],
    );
  }

  async free(workspace: number, erasure: number, holder: string): Promise<void> {
    await this.#database.write(
      workspace,
      `update erasure set claimed_by = null, claimed_until = null
       where workspace_id = $1 and erasure_id = $2 and claimed_by = $3`,
      ...[workspace, erasure, holder],
    );
  }

  async planned(
    workspace: number,
    erasure: number,
    { places, mentions }: { readonly places: ErasedPlaces; readonly mentions: Mentions },
  ): Promise<void> {
    await this.#database.write(
      workspace,
      `update erasure set state = case when state = 'planning' then 'planned' else state end, places = $3, mentions = $4
       where workspace_id = $1 and erasure_id = $2 and state in ('planning', 'erasing')`,
      ...[workspace, erasure, JSON.stringify(places), JSON.stringify(mentions)],
    );
  }

  async refused(
    workspace: number,
    erasure: number,
    { refusal, at }: { readonly refusal: Refusal; readonly at: number },
  ): Promise<void> {
    await this.#database.write(
      workspace,
      `update erasure set state = 'refused', refusal = $3, ended_at = $4
       where workspace_id = $1 and erasure_id = $2 and state in ('planning', 'erasing')`,
      ...[workspace, erasure, JSON.stringify(refusal), at],
    );
  }

  async start(workspace: number, erasure: number, { by }: { readonly by: string }): Promise<ErasureRecord | null> {
    const [row] = await this.#database.write(
      workspace,
      `update erasure set state = 'erasing', by = $3, refusal = null, ended_at = null
       where workspace_id = $1 and erasure_id = $2 and state in ('planning', 'planned', 'refused')
       returning ${ERASURE_COLUMNS}`,
      ...[workspace, erasure, by],
    );
    return row ? asErasure(row) : null;
  }

  /** Its row stays for a while: its number is nobody else's then. */
  async withdraw(workspace: number, erasure: number): Promise<boolean> {
    const gone = await this.#database.write(
      workspace,
      `update erasure set state = 'withdrawn' where workspace_id = $1 and erasure_id = $2
       and state in ('planning', 'planned', 'refused') returning 1`,
      ...[workspace, erasure],
    );
    return gone.length > 0;
  }

  async sweep(workspace: number, before: number): Promise<void> {
    await this.#database.write(
      workspace,
      `delete from erasure where workspace_id = $1 and state in ('planned', 'refused', 'withdrawn') and at < $2
       and erasure_id < (select max(erasure_id) from erasure where workspace_id = $1)`,
      ...[workspace, before],
    );
  }
}
