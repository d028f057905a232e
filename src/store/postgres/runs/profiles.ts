/** Profiles that were looked up, so that plan and run read the same, and none is paid for twice. */
import type { KnownProfile, ProfileStore } from "../../../app/ports/effect-ports.ts";
import { asProfile, profileRow } from "../../runs/profile-row.ts";
import { bigints, type Database } from "../database.ts";

export class PostgresProfiles implements ProfileStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save(workspace: number, profiles: ReadonlyMap<string, KnownProfile>): Promise<void> {
    const rows = [...profiles.values()].map(profileRow);
    await this.#database.write(
      workspace,
      `insert into profile (workspace_id, url, state, reason, fields, at)
       select $1::bigint, * from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[])
       on conflict (workspace_id, url) do update
       set state = excluded.state, reason = excluded.reason, fields = excluded.fields, at = excluded.at`,
      ...[workspace, [...profiles.keys()], rows.map(({ state }) => state)],
      ...[rows.map(({ reason }) => reason), rows.map(({ fields }) => fields)],
      bigints(rows.map(({ at }) => at)),
    );
  }

  async find(workspace: number, urls: readonly string[]): Promise<ReadonlyMap<string, KnownProfile>> {
    return findProfiles(this.#database, workspace, urls);
  }
}

export async function findProfiles(
  database: Database,
  workspace: number,
  urls: readonly string[],
): Promise<ReadonlyMap<string, KnownProfile>> {
  const rows = await database.all(
    "select url, state, reason, fields, at from profile where workspace_id = $1 and url = any($2::text[])",
    ...[workspace, urls],
  );
  return new Map(rows.map((row) => [String(row[0]), asProfile(row)]));
}
