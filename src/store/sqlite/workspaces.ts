/** Workspaces and what belongs to their settings: policy, own fields, saved mappings. */
import type { KeptSource, Promoted } from "../../app/ports/kept-source.ts";
import type { MappingStore, SavedMapping } from "../../app/ports/mapping-store.ts";
import type { FieldStore, PolicyChange, Workspace, WorkspaceStore } from "../../app/ports.ts";
import type { Field, FieldType } from "../../core/contact/field.ts";
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { muster } from "../../core/policy/presets/muster.ts";
import { findPreset } from "../../core/policy/presets.ts";
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { Database, DbRow } from "./database.ts";
import { objectTable } from "./object-table.ts";
import { moveKept } from "./promote-kept.ts";

const COLUMNS = "workspace_id, slug, name, preset, policy, id_key, created_at";

export class SqliteWorkspaces implements WorkspaceStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(): Promise<readonly Workspace[]> {
    return this.#database.all(`select ${COLUMNS} from workspace order by slug`).map(asWorkspace);
  }

  async bySlug(slug: string): Promise<Workspace | null> {
    const row = this.#database.get(`select ${COLUMNS} from workspace where slug = ?`, slug);
    return row ? asWorkspace(row) : null;
  }

  async byNumber(number: number): Promise<Workspace | null> {
    const row = this.#database.get(`select ${COLUMNS} from workspace where workspace_id = ?`, number);
    return row ? asWorkspace(row) : null;
  }

  async create(workspace: Omit<Workspace, "number">): Promise<Result<Workspace>> {
    const [row] = await this.#database.write(
      `insert into workspace (slug, name, preset, policy, id_key, created_at) values (?, ?, ?, ?, ?, ?)
       on conflict (slug) do nothing returning ${COLUMNS}`,
      ...[
        workspace.slug,
        workspace.name,
        workspace.preset,
        JSON.stringify(workspace.policy),
        workspace.idKey,
        workspace.createdAt,
      ],
    );
    if (row) return accept(asWorkspace(row));
    return refuseWith("workspace_exists", `There is a workspace ${workspace.slug} already.`);
  }

  async setPolicy(
    workspace: number,
    { preset, policy }: Pick<Workspace, "preset" | "policy">,
    change?: PolicyChange,
  ): Promise<void> {
    await this.#database.transaction(() => {
      this.#database.run(
        "update workspace set preset = ?, policy = ? where workspace_id = ?",
        ...[preset, JSON.stringify(policy), workspace],
      );
      if (change === undefined) return;
      this.#database.run(
        `insert into policy_change (workspace_id, change_id, at, by, changed)
         values (?, (select ifnull(max(change_id), 0) + 1 from policy_change where workspace_id = ?), ?, ?, ?)`,
        ...[workspace, workspace, change.at, change.by, JSON.stringify(change.changed)],
      );
    });
  }

  async policyChanges(workspace: number): Promise<readonly PolicyChange[]> {
    return this.#database
      .all("select at, by, changed from policy_change where workspace_id = ? order by change_id desc", workspace)
      .map(([at, by, changed]) => ({
        at: Number(at),
        by: String(by),
        changed: JSON.parse(String(changed)) as PolicyChange["changed"],
      }));
  }
}

const asWorkspace = ([number, slug, name, preset, policy, idKey, createdAt]: DbRow): Workspace => ({
  number: Number(number),
  slug: String(slug),
  name: String(name),
  preset: String(preset),
  // A key that is newer than the stored policy has the value of its preset.
  policy: { ...(findPreset(String(preset)) ?? muster).policy, ...(JSON.parse(String(policy)) as Partial<Policy>) },
  idKey: Number(idKey),
  createdAt: Number(createdAt),
});

export class SqliteFields implements FieldStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number, object: ObjectKind = "contact"): Promise<readonly Field[]> {
    return this.#database
      .all(
        `select key, label, type, options, holds_external_id, promoted_from from field
         where workspace_id = ? and object = ? order by position, key`,
        ...[workspace, object],
      )
      .map(([key, label, type, options, holdsExternalId, promotedFrom]) => {
        const choices = JSON.parse(String(options)) as readonly string[];
        return {
          key: String(key),
          label: String(label),
          type: String(type) as FieldType,
          builtin: false,
          ...(object === "contact" ? {} : { object }),
          ...(choices.length > 0 ? { options: choices } : {}),
          ...(holdsExternalId === 1 ? { holdsExternalId: true } : {}),
          ...(typeof promotedFrom === "string" ? { promotedFrom } : {}),
        };
      });
  }

  async add(workspace: number, field: Field): Promise<Result<Field>> {
    const { object = "contact" } = field;
    const [row] = await this.#database.write(
      `insert into field (workspace_id, object, key, label, type, options, holds_external_id, promoted_from, position)
       values (?, ?, ?, ?, ?, ?, ?, ?, (select ifnull(max(position), 0) + 1 from field where workspace_id = ? and object = ?))
       on conflict (workspace_id, object, key) do nothing returning 1`,
      ...[
        workspace,
        object,
        field.key,
        field.label,
        field.type,
        JSON.stringify(field.options ?? []),
        Number(field.holdsExternalId === true),
        field.promotedFrom ?? null,
        workspace,
        object,
      ],
    );
    if (row) return accept(field);
    return refuseWith("field_exists", `There is a field ${field.key} already.`);
  }

  async change(workspace: number, field: Field): Promise<void> {
    await this.#database.write(
      "update field set label = ?, type = ?, options = ?, holds_external_id = ? where workspace_id = ? and object = ? and key = ?",
      ...[
        field.label,
        field.type,
        JSON.stringify(field.options ?? []),
        Number(field.holdsExternalId === true),
        workspace,
        field.object ?? "contact",
        field.key,
      ],
    );
  }

  async promote(workspace: number, field: Field, from: KeptSource): Promise<Result<Promoted>> {
    return this.#database.transaction(async () => {
      const made = await this.add(workspace, field);
      return made.ok ? accept(moveKept(this.#database, workspace, { ...from, key: field.key })) : made;
    });
  }

  async remove(workspace: number, { key, object = "contact" }: Field, keepAs: string): Promise<number> {
    const { table } = objectTable(object);
    return this.#database.transaction(() => {
      const held = `from json_each(${table}.custom) as held where held.key = ?1`;
      const moved = this.#database.get(
        `select count(*) from ${table} where workspace_id = ?2 and exists (select 1 ${held})`,
        ...[key, workspace],
      );
      this.#database.run(
        `update ${table} set
           custom = (select nullif(json_group_object(entry.key, entry.value), '{}')
                     from json_each(${table}.custom) as entry where entry.key <> ?1),
           kept = (select json_group_object(key, value)
                   from (select entry.key, entry.value from json_each(ifnull(${table}.kept, '{}')) as entry
                         union all select ?3, held.value ${held} order by 1))
         where workspace_id = ?2 and exists (select 1 ${held})`,
        ...[key, workspace, keepAs],
      );
      this.#database.run("delete from field where workspace_id = ? and object = ? and key = ?", workspace, object, key);
      return Number(moved?.[0] ?? 0);
    });
  }
}

export class SqliteMappings implements MappingStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async byFingerprint(workspace: number, fingerprint: string): Promise<SavedMapping | null> {
    return this.#find("fingerprint = ?", workspace, fingerprint);
  }

  async byName(workspace: number, name: string): Promise<SavedMapping | null> {
    return this.#find("name = ? order by used_at desc limit 1", workspace, name);
  }

  async save(workspace: number, mapping: SavedMapping): Promise<void> {
    await this.#database.write(
      `insert into saved_mapping (workspace_id, fingerprint, name, mapping, used_at) values (?, ?, ?, ?, ?)
       on conflict (workspace_id, fingerprint) do update
       set name = coalesce(excluded.name, name), mapping = excluded.mapping, used_at = excluded.used_at`,
      ...[workspace, mapping.fingerprint, mapping.name, mappingText(mapping), mapping.usedAt],
    );
  }

  async list(workspace: number): Promise<readonly SavedMapping[]> {
    return this.#database
      .all(
        `select ${MAPPING_COLUMNS} from saved_mapping where workspace_id = ? order by used_at desc, fingerprint`,
        workspace,
      )
      .map(asSavedMapping);
  }

  async remove(workspace: number, fingerprint: string): Promise<void> {
    await this.#database.write(
      "delete from saved_mapping where workspace_id = ? and fingerprint = ?",
      ...[workspace, fingerprint],
    );
  }

  #find(where: string, workspace: number, value: string): SavedMapping | null {
    const row = this.#database.get(
      `select ${MAPPING_COLUMNS} from saved_mapping where workspace_id = ? and ${where}`,
      ...[workspace, value],
    );
    return row ? asSavedMapping(row) : null;
  }
}

const MAPPING_COLUMNS = "fingerprint, name, mapping, used_at";

type StoredMapping = readonly ColumnMapping[] | Required<Pick<SavedMapping, "mapping" | "constants">>;

/** The columns alone where there is nothing else to remember. */
function mappingText({ mapping, constants = [] }: SavedMapping): string {
  const stored: StoredMapping = constants.length === 0 ? mapping : { mapping, constants };
  return JSON.stringify(stored);
}

function asSavedMapping([fingerprint, name, text, usedAt]: DbRow): SavedMapping {
  const stored = JSON.parse(String(text)) as StoredMapping;
  return {
    fingerprint: String(fingerprint),
    name: typeof name === "string" ? name : null,
    ...("mapping" in stored ? stored : { mapping: stored }),
    usedAt: Number(usedAt),
  };
}
