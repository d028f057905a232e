/** Profiles that were looked up, so that plan and run read the same, and none is paid for twice. */
import type { KnownProfile, ProfileStore } from "../../../app/ports/effect-ports.ts";
import { asProfile, profileRow } from "../../runs/profile-row.ts";
import type { Database } from "../database.ts";

export class SqliteProfiles implements ProfileStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save(workspace: number, profiles: ReadonlyMap<string, KnownProfile>): Promise<void> {
    await this.#database.transaction(() => {
      for (const [url, profile] of profiles) {
        const row = profileRow(profile);
        this.#database.run(
          "insert or replace into profile (workspace_id, url, state, reason, fields, at) values (?, ?, ?, ?, ?, ?)",
          ...[workspace, url, row.state, row.reason, row.fields, row.at],
        );
      }
    });
  }

  async find(workspace: number, urls: readonly string[]): Promise<ReadonlyMap<string, KnownProfile>> {
    return findProfiles(this.#database, workspace, urls);
  }
}

export function findProfiles(
  database: Database,
  workspace: number,
  urls: readonly string[],
): ReadonlyMap<string, KnownProfile> {
  const rows = database.all(
    `select profile.url, profile.state, profile.reason, profile.fields, profile.at from json_each(?) as wanted
     cross join profile on profile.workspace_id = ? and profile.url = wanted.value`,
    ...[JSON.stringify(urls), workspace],
  );
  return new Map(rows.map((row) => [String(row[0]), asProfile(row)]));
}
