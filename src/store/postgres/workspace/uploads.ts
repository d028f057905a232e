/** Files that wait for their import. */
import type { ConvertedSource } from "../../../app/import/preparing/converted-source.ts";
import type { Claim, Claimant } from "../../../app/ports/claim.ts";
import type { Upload, UploadName, UploadOwner, UploadStore, WaitingUpload } from "../../../app/ports/upload-store.ts";
import { isHeld } from "../../held-claim.ts";
import { asUpload, asWaiting, UPLOAD_COLUMNS } from "../../workspace/upload-row.ts";
import type { Database } from "../database.ts";
import type { Ahead } from "../database-clock.ts";

export class PostgresUploads implements UploadStore {
  readonly #database: Database;
  readonly #ahead: Ahead;

  constructor(database: Database, ahead: Ahead) {
    this.#database = database;
    this.#ahead = ahead;
  }

  async add({ workspace, owner, number, name, bytes, key, createdAt, expiresAt }: Upload): Promise<boolean> {
    const [added] = await this.#database.write(
      workspace,
      `insert into upload (${UPLOAD_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (workspace_id, upload_id) do nothing returning 1`,
      ...[workspace, owner, number, name, bytes, key, createdAt, expiresAt],
    );
    return added !== undefined;
  }

  async get({ workspace, owner }: UploadOwner, number: number): Promise<Upload | null> {
    const row = await this.#database.get(
      `select ${UPLOAD_COLUMNS} from upload
       where workspace_id = $1 and upload_id = $2 and owner = $3 and expires_at > 0`,
      ...[workspace, number, owner],
    );
    return row ? asUpload(row) : null;
  }

  async change(
    upload: Upload,
    { bytes = upload.bytes, key = upload.key, expiresAt = upload.expiresAt }: Parameters<UploadStore["change"]>[1],
  ): Promise<void> {
    await this.#database.write(
      upload.workspace,
      `update upload set bytes = $3, key = $4, expires_at = $5
       where workspace_id = $1 and upload_id = $2 and expires_at > 0`,
      ...[upload.workspace, upload.number, bytes, key, expiresAt],
    );
  }

  /** Its row alone is held for it. */
  async claim({ workspace, number }: Upload, { holder, ...claim }: Claim): Promise<boolean> {
    const now = claim.now + (await this.#ahead(claim.now));
    return this.#database.transaction(null, async () => {
      const found = await this.#database.get(
        `select claimed_by, claimed_until from upload
         where workspace_id = $1 and upload_id = $2 and expires_at > 0 for update`,
        ...[workspace, number],
      );
      if (!found || isHeld(found, { ...claim, now })) return false;
      await this.#database.run(
        "update upload set claimed_by = $3, claimed_until = $4 where workspace_id = $1 and upload_id = $2",
        ...[workspace, number, holder, now + this.#database.leaseMs],
      );
      return true;
    });
  }

  async renew({ workspace, number }: Upload, { holder, now }: Claimant): Promise<void> {
    await this.#database.write(
      null,
      "update upload set claimed_until = $4 where workspace_id = $1 and upload_id = $2 and claimed_by = $3",
      ...[workspace, number, holder, now + (await this.#ahead(now)) + this.#database.leaseMs],
    );
  }

  async free({ workspace, number }: Upload, holder: string): Promise<void> {
    await this.#database.write(
      null,
      `update upload set claimed_by = null, claimed_until = null
       where workspace_id = $1 and upload_id = $2 and claimed_by = $3`,
      ...[workspace, number, holder],
    );
  }

  async useUp({ workspace, number }: Upload, holder: string): Promise<boolean> {
    const [used] = await this.#database.write(
      workspace,
      `update upload set expires_at = 0
       where workspace_id = $1 and upload_id = $2 and claimed_by = $3 and expires_at > 0 returning 1`,
      ...[workspace, number, holder],
    );
    return used !== undefined;
  }

  async end({ workspace, number }: UploadName): Promise<readonly string[]> {
    return this.#database.transaction(workspace, async () => {
      await this.#database.run(
        "update upload set expires_at = 0 where workspace_id = $1 and upload_id = $2",
        ...[workspace, number],
      );
      const keys = await this.#database.all(
        `select key from upload where workspace_id = $1 and upload_id = $2 and key is not null
         union select key from upload_rows where workspace_id = $1 and upload_id = $2`,
        ...[workspace, number],
      );
      return keys.map(([key]) => String(key));
    });
  }

  async remove(upload: UploadName): Promise<void> {
    await this.#database.transaction(upload.workspace, () => removeUpload(this.#database, upload));
  }

  async waiting(workspace: number): Promise<readonly WaitingUpload[]> {
    const rows = await this.#database.all(
      `select upload_id, name, key, bytes from upload
       where workspace_id = $1 and key is not null and bytes is not null order by upload_id`,
      workspace,
    );
    return rows.map((row) => asWaiting(workspace, row));
  }

  async putOff({ workspace, number }: UploadName, until: number): Promise<void> {
    await this.#database.write(
      null,
      "update upload set claimed_until = $3 where workspace_id = $1 and upload_id = $2 and expires_at = 0",
      ...[workspace, number, until],
    );
  }

  async expired(now: number, limit: number): Promise<readonly Upload[]> {
    const rows = await this.#database.all(
      `select ${UPLOAD_COLUMNS} from upload where expires_at <= $1 and coalesce(claimed_until, 0) <= $1
       order by expires_at limit ${Math.trunc(limit)}`,
      now,
    );
    return rows.map(asUpload);
  }

  async count({ workspace, owner }: UploadOwner): Promise<number> {
    const sql = "select count(*) from upload where workspace_id = $1 and owner = $2 and expires_at > 0";
    return Number((await this.#database.get(sql, workspace, owner))?.[0]);
  }

  async rows({ workspace, number }: Upload, sheet: string | null): Promise<ConvertedSource | null> {
    const row = await this.#database.get(
      "select file from upload_rows where workspace_id = $1 and upload_id = $2 and sheet = $3",
      ...[workspace, number, sheet ?? ""],
    );
    return row ? (JSON.parse(String(row[0])) as ConvertedSource) : null;
  }

  async keepRows({ workspace, number }: Upload, sheet: string | null, file: ConvertedSource): Promise<void> {
    await this.#database.write(
      workspace,
      `insert into upload_rows (workspace_id, upload_id, sheet, key, file)
       select upload.workspace_id, upload.upload_id, $3::text, $4::text, $5::text from upload
       where upload.workspace_id = $1 and upload.upload_id = $2 and upload.expires_at > 0
       on conflict (workspace_id, upload_id, sheet) do update set key = excluded.key, file = excluded.file`,
      ...[workspace, number, sheet ?? "", file.source.key, JSON.stringify(file)],
    );
  }
}

/** Call inside a transaction. Answers the stored files that it was of. */
export async function removeUpload(database: Database, { workspace, number }: UploadName): Promise<readonly string[]> {
  const rows = await database.all(
    "delete from upload_rows where workspace_id = $1 and upload_id = $2 returning key",
    ...[workspace, number],
  );
  const [file] = await database.all(
    "delete from upload where workspace_id = $1 and upload_id = $2 returning key",
    ...[workspace, number],
  );
  return [...rows, ...(file ? [file] : [])].flatMap(([key]) => (key === null ? [] : [String(key)]));
}
