/** Files that wait for their import. */
import type { ConvertedSource } from "../../../app/import/preparing/converted-source.ts";
import { LEASE_MS } from "../../../app/limits.ts";
import type { Claim, Claimant } from "../../../app/ports/claim.ts";
import type { Upload, UploadName, UploadOwner, UploadStore, WaitingUpload } from "../../../app/ports/upload-store.ts";
import { isHeld } from "../../held-claim.ts";
import { asUpload, asWaiting, UPLOAD_COLUMNS } from "../../workspace/upload-row.ts";
import type { Database } from "../database.ts";

export class SqliteUploads implements UploadStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async add({ workspace, owner, number, name, bytes, key, createdAt, expiresAt }: Upload): Promise<boolean> {
    const [added] = await this.#database.write(
      `insert into upload (${UPLOAD_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning 1`,
      ...[workspace, owner, number, name, bytes, key, createdAt, expiresAt],
    );
    return added !== undefined;
  }

  async get({ workspace, owner }: UploadOwner, number: number): Promise<Upload | null> {
    const row = this.#database.get(
      `select ${UPLOAD_COLUMNS} from upload where workspace_id = ? and upload_id = ? and owner = ? and expires_at > 0`,
      ...[workspace, number, owner],
    );
    return row ? asUpload(row) : null;
  }

  async change(
    upload: Upload,
    { bytes = upload.bytes, key = upload.key, expiresAt = upload.expiresAt }: Parameters<UploadStore["change"]>[1],
  ): Promise<void> {
    await this.#database.write(
      `update upload set bytes = ?, key = ?, expires_at = ?
       where workspace_id = ? and upload_id = ? and expires_at > 0`,
      ...[bytes, key, expiresAt, upload.workspace, upload.number],
    );
  }

  async claim({ workspace, number }: Upload, claim: Claim): Promise<boolean> {
    return this.#database.transaction(() => {
      const found = this.#database.get(
        "select claimed_by, claimed_until from upload where workspace_id = ? and upload_id = ? and expires_at > 0",
        ...[workspace, number],
      );
      if (!found || isHeld(found, claim)) return false;
      this.#database.run(
        "update upload set claimed_by = ?, claimed_until = ? where workspace_id = ? and upload_id = ?",
        ...[claim.holder, claim.now + LEASE_MS, workspace, number],
      );
      return true;
    });
  }

  async renew({ workspace, number }: Upload, { holder, now }: Claimant): Promise<void> {
    await this.#database.write(
      "update upload set claimed_until = ? where workspace_id = ? and upload_id = ? and claimed_by = ?",
      ...[now + LEASE_MS, workspace, number, holder],
    );
  }

  async free({ workspace, number }: Upload, holder: string): Promise<void> {
    await this.#database.write(
      `update upload set claimed_by = null, claimed_until = null
       where workspace_id = ? and upload_id = ? and claimed_by = ?`,
      ...[workspace, number, holder],
    );
  }

  async useUp({ workspace, number }: Upload, holder: string): Promise<boolean> {
    const [used] = await this.#database.write(
      `update upload set expires_at = 0
       where workspace_id = ? and upload_id = ? and claimed_by = ? and expires_at > 0 returning 1`,
      ...[workspace, number, holder],
    );
    return used !== undefined;
  }

  async end({ workspace, number }: UploadName): Promise<readonly string[]> {
    return this.#database.transaction(() => {
      this.#database.run(
        "update upload set expires_at = 0 where workspace_id = ? and upload_id = ?",
        workspace,
        number,
      );
      return this.#database
        .all(
          `select key from upload where workspace_id = ?1 and upload_id = ?2 and key is not null
           union select key from upload_rows where workspace_id = ?1 and upload_id = ?2`,
          ...[workspace, number],
        )
        .map(([key]) => String(key));
    });
  }

  async remove(upload: UploadName): Promise<void> {
    await this.#database.transaction(() => removeUpload(this.#database, upload));
  }

  async waiting(workspace: number): Promise<readonly WaitingUpload[]> {
    return this.#database
      .all(
        `select upload_id, name, key, bytes from upload
         where workspace_id = ? and key is not null and bytes is not null order by upload_id`,
        workspace,
      )
      .map((row) => asWaiting(workspace, row));
  }

  async putOff({ workspace, number }: UploadName, until: number): Promise<void> {
    await this.#database.write(
      "update upload set claimed_until = ? where workspace_id = ? and upload_id = ? and expires_at = 0",
      ...[until, workspace, number],
    );
  }

  async expired(now: number, limit: number): Promise<readonly Upload[]> {
    return this.#database
      .all(
        `select ${UPLOAD_COLUMNS} from upload where expires_at <= ?1 and ifnull(claimed_until, 0) <= ?1 order by expires_at limit ?2`,
        ...[now, limit],
      )
      .map(asUpload);
  }

  async count({ workspace, owner }: UploadOwner): Promise<number> {
    const sql = "select count(*) from upload where workspace_id = ? and owner = ? and expires_at > 0";
    return Number(this.#database.get(sql, workspace, owner)?.[0]);
  }

  async rows({ workspace, number }: Upload, sheet: string | null): Promise<ConvertedSource | null> {
    const row = this.#database.get(
      "select file from upload_rows where workspace_id = ? and upload_id = ? and sheet = ?",
      ...[workspace, number, sheet ?? ""],
    );
    return row ? (JSON.parse(String(row[0])) as ConvertedSource) : null;
  }

  async keepRows({ workspace, number }: Upload, sheet: string | null, file: ConvertedSource): Promise<void> {
    await this.#database.write(
      `insert or replace into upload_rows (workspace_id, upload_id, sheet, key, file)
       select ?1, ?2, ?, ?, ? where exists (
         select 1 from upload where workspace_id = ?1 and upload_id = ?2 and expires_at > 0)`,
      ...[workspace, number, sheet ?? "", file.source.key, JSON.stringify(file)],
    );
  }
}

/** Call inside a transaction. Answers the stored files that it was of. */
export function removeUpload(database: Database, { workspace, number }: UploadName): readonly string[] {
  const rows = database.all(
    "delete from upload_rows where workspace_id = ? and upload_id = ? returning key",
    ...[workspace, number],
  );
  const [file] = database.all(
    "delete from upload where workspace_id = ? and upload_id = ? returning key",
    ...[workspace, number],
  );
  return [...rows, ...(file ? [file] : [])].flatMap(([key]) => (key === null ? [] : [String(key)]));
}
