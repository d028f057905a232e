/** Erasures: what was asked for, how far it is, and what has become of it. The erasing itself is in `erasures.ts`. */
import { LEASE_MS } from "../../../app/limits.ts";
import type { Claim, Claimant } from "../../../app/ports/claim.ts";
import type { ErasedPlaces, ErasureRecord, ErasureRequests, Mentions } from "../../../app/ports/erasure-requests.ts";
import type { Refusal } from "../../../core/problem/refusal.ts";
import { asErasure, type DoneErasure, ERASURE_COLUMNS } from "../../changes/stored-erasure.ts";
import { isHeld } from "../../held-claim.ts";
import type { Database } from "../database.ts";

/** Call inside a transaction. @returns null = it is not what is to be done any more */
export function writeErased(database: Database, workspace: number, done: DoneErasure): ErasureRecord | null {
  const { request, at, by, contacts, places } = done;
  const [row] =
    request === null
      ? database.all(
          `insert into erasure (workspace_id, erasure_id, at, ended_at, by, contacts, places)
           values (?1, ${NEXT}, ?2, ?2, ?, ?, ?) returning ${ERASURE_COLUMNS}`,
          ...[workspace, at, by, JSON.stringify(contacts), JSON.stringify(places)],
        )
      : database.all(
          `update erasure set state = 'erased', ended_at = ?, contacts = ?, places = ?, refusal = null,
             claimed_by = null, claimed_until = null
           where workspace_id = ? and erasure_id = ? and state = 'erasing' returning ${ERASURE_COLUMNS}`,
          ...[at, JSON.stringify(contacts), JSON.stringify(places), workspace, request],
        );
  return row ? asErasure(row) : null;
}

const NEXT = "(select ifnull(max(erasure_id), 0) + 1 from erasure where workspace_id = ?1)";

export class SqliteErasureRequests implements ErasureRequests {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async open(
    workspace: number,
    { at, by, contacts, state }: Parameters<ErasureRequests["open"]>[1],
  ): Promise<ErasureRecord> {
    const [row] = await this.#database.write(
      `insert into erasure (workspace_id, erasure_id, at, by, contacts, state, places)
       values (?1, ${NEXT}, ?, ?, ?, ?, 'null') returning ${ERASURE_COLUMNS}`,
      ...[workspace, at, by, JSON.stringify(contacts), state],
    );
    return asErasure(row ?? []);
  }

  async get(workspace: number, erasure: number): Promise<ErasureRecord | null> {
    const row = this.#database.get(
      `select ${ERASURE_COLUMNS} from erasure where workspace_id = ? and erasure_id = ? and state <> 'withdrawn'`,
      ...[workspace, erasure],
    );
    return row ? asErasure(row) : null;
  }

  async list(
    workspace: number,
    { before, limit }: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly ErasureRecord[]> {
    return this.#database
      .all(
        `select ${ERASURE_COLUMNS} from erasure where workspace_id = ? and erasure_id < ? and state <> 'withdrawn'
         order by erasure_id desc limit ?`,
        ...[workspace, before ?? Number.MAX_SAFE_INTEGER, limit],
      )
      .map(asErasure);
  }

  async unfinished(workspace: number): Promise<readonly ErasureRecord[]> {
    return this.#database
      .all(
        `select ${ERASURE_COLUMNS} from erasure indexed by erasure_open
         where workspace_id = ? and state in ('planning', 'erasing') order by erasure_id`,
        workspace,
      )
      .map(asErasure);
  }

  async claim(workspace: number, erasure: number, claim: Claim): Promise<boolean> {
    return this.#database.transaction(() => {
      const found = this.#database.get(
        "select claimed_by, claimed_until from erasure where workspace_id = ? and erasure_id = ?",
        ...[workspace, erasure],
      );
      if (!found || isHeld(found, claim)) return false;
      this.#database.run(
        "update erasure set claimed_by = ?, claimed_until = ? where workspace_id = ? and erasure_id = ?",
        ...[claim.holder, claim.now + LEASE_MS, workspace, erasure],
      );
      return true;
    });
  }

  async renew(workspace: number, erasure: number, { holder, now }: Claimant): Promise<void> {
    await this.#database.write(
      "update erasure set claimed_until = ? where workspace_id = ? and erasure_id = ? and claimed_by = ?",
      ...[now + LEASE_MS, workspace, erasure, holder],
    );
  }

  async free(workspace: number, erasure: number, holder: string): Promise<void> {
    await this.#database.write(
      `update erasure set claimed_by = null, claimed_until = null
       where workspace_id = ? and erasure_id = ? and claimed_by = ?`,
      ...[workspace, erasure, holder],
    );
  }

  async planned(
    workspace: number,
    erasure: number,
    { places, mentions }: { readonly places: ErasedPlaces; readonly mentions: Mentions },
  ): Promise<void> {
    await this.#database.write(
      `update erasure set state = iif(state = 'planning', 'planned', state), places = ?, mentions = ?
       where workspace_id = ? and erasure_id = ? and state in ('planning', 'erasing')`,
      ...[JSON.stringify(places), JSON.stringify(mentions), workspace, erasure],
    );
  }

  async refused(
    workspace: number,
    erasure: number,
    { refusal, at }: { readonly refusal: Refusal; readonly at: number },
  ): Promise<void> {
    await this.#database.write(
      `update erasure set state = 'refused', refusal = ?, ended_at = ?
       where workspace_id = ? and erasure_id = ? and state in ('planning', 'erasing')`,
      ...[JSON.stringify(refusal), at, workspace, erasure],
    );
  }

  async start(workspace: number, erasure: number, { by }: { readonly by: string }): Promise<ErasureRecord | null> {
    const [row] = await this.#database.write(
      `update erasure set state = 'erasing', by = ?, refusal = null, ended_at = null
       where workspace_id = ? and erasure_id = ? and state in ('planning', 'planned', 'refused') returning ${ERASURE_COLUMNS}`,
      ...[by, workspace, erasure],
    );
    return row ? asErasure(row) : null;
  }

  /** Its row stays for a while: its number is nobody else's then. */
  async withdraw(workspace: number, erasure: number): Promise<boolean> {
    const gone = await this.#database.write(
      `update erasure set state = 'withdrawn' where workspace_id = ? and erasure_id = ?
       and state in ('planning', 'planned', 'refused') returning 1`,
      ...[workspace, erasure],
    );
    return gone.length > 0;
  }

  async sweep(workspace: number, before: number): Promise<void> {
    await this.#database.write(
      `delete from erasure where workspace_id = ?1 and state in ('planned', 'refused', 'withdrawn') and at < ?2
       and erasure_id < (select max(erasure_id) from erasure where workspace_id = ?1)`,
      ...[workspace, before],
    );
  }
}
