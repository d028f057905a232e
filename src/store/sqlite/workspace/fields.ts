/** The fields that workspaces have made for their objects. */
import type { KeptSource, Promoted } from "../../../app/ports/kept-source.ts";
import type { FieldStore } from "../../../app/ports.ts";
import type { Field } from "../../../core/contact/field.ts";
import type { ObjectKind } from "../../../core/object/object-kind.ts";
import { accept, type Result, refuseWith } from "../../../core/problem/refusal.ts";
import { objectTable } from "../../objects/object-table.ts";
import { asField, FIELD_COLUMNS, fieldValues } from "../../workspace/field-row.ts";
import type { Database } from "../database.ts";
import { moveKept } from "./promote-kept.ts";

export class SqliteFields implements FieldStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number, object: ObjectKind = "contact"): Promise<readonly Field[]> {
    return this.#database
      .all(
        `select ${FIELD_COLUMNS} from field where workspace_id = ? and object = ? order by position, key`,
        ...[workspace, object],
      )
      .map(asField);
  }

  async add(workspace: number, field: Field): Promise<Result<Field>> {
    const { object = "contact" } = field;
    const [row] = await this.#database.write(
      `insert into field (workspace_id, object, key, promoted_from, label, type, options, holds_external_id, position)
       values (?, ?, ?, ?, ?, ?, ?, ?, (select ifnull(max(position), 0) + 1 from field where workspace_id = ? and object = ?))
       on conflict (workspace_id, object, key) do nothing returning 1`,
      ...[workspace, object, field.key, field.promotedFrom ?? null, ...fieldValues(field)],
      ...[workspace, object],
    );
    if (row) return accept(field);
    return refuseWith("field_exists", `There is a field ${field.key} already.`);
  }

  async change(workspace: number, field: Field): Promise<void> {
    await this.#database.write(
      "update field set label = ?, type = ?, options = ?, holds_external_id = ? where workspace_id = ? and object = ? and key = ?",
      ...[...fieldValues(field), workspace, field.object ?? "contact", field.key],
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
