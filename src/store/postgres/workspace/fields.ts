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

export class PostgresFields implements FieldStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async list(workspace: number, object: ObjectKind = "contact"): Promise<readonly Field[]> {
    const rows = await this.#database.all(
      `select ${FIELD_COLUMNS} from field where workspace_id = $1 and object = $2 order by position, key`,
      ...[workspace, object],
    );
    return rows.map(asField);
  }

  async add(workspace: number, field: Field): Promise<Result<Field>> {
    const { object = "contact" } = field;
    const [row] = await this.#database.write(
      workspace,
      `insert into field (workspace_id, object, key, promoted_from, label, type, options, holds_external_id, position)
       values ($1, $2, $3, $4, $5, $6, $7, $8,
         (select coalesce(max(position), 0) + 1 from field where workspace_id = $1 and object = $2))
       on conflict (workspace_id, object, key) do nothing returning 1`,
      ...[workspace, object, field.key, field.promotedFrom ?? null, ...fieldValues(field)],
    );
    if (row) return accept(field);
    return refuseWith("field_exists", `There is a field ${field.key} already.`);
  }

  async change(workspace: number, field: Field): Promise<void> {
    await this.#database.write(
      workspace,
      `update field set label = $4, type = $5, options = $6, holds_external_id = $7
       where workspace_id = $1 and object = $2 and key = $3`,
      ...[workspace, field.object ?? "contact", field.key, ...fieldValues(field)],
    );
  }

  async promote(workspace: number, field: Field, from: KeptSource): Promise<Result<Promoted>> {
    return this.#database.transaction(workspace, async () => {
      const made = await this.add(workspace, field);
      return made.ok ? accept(await moveKept(this.#database, workspace, { ...from, key: field.key })) : made;
    });
  }

  async remove(workspace: number, { key, object = "contact" }: Field, keepAs: string): Promise<number> {
    const { table } = objectTable(object);
    return this.#database.transaction(workspace, async () => {
      const moved = await this.#database.get(
        `with moved as (
           update ${table} set
             custom = nullif(custom - $2::text, '{}'),
             kept = coalesce(kept, '{}') || jsonb_build_object($3::text, custom -> $2::text)
           where workspace_id = $1 and custom ? $2::text returning 1)
         select count(*) from moved`,
        ...[workspace, key, keepAs],
      );
      await this.#database.run(
        "delete from field where workspace_id = $1 and object = $2 and key = $3",
        ...[workspace, object, key],
      );
      return Number(moved?.[0] ?? 0);
    });
  }
}
