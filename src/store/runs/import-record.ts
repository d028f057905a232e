/** Imports as the table of either database holds them: the columns of a record, and what a patch writes into them. */
import type { ImportSettings } from "../../app/import/import-settings.ts";
import type { ImportPatch, ImportRecord } from "../../app/ports.ts";
import type { ImportState } from "../../core/import-state.ts";
import { encodeId } from "../../core/public-id.ts";
import { asJob, JOB_COLUMNS } from "../background/stored-job.ts";
import type { DbRow, DbValue } from "../db-row.ts";

export const IMPORT_COLUMNS = `import.workspace_id, import.import_id, import.state, import.version, import.settings, import.scan, import.planned,
  import.progress, import.undo, import.refusal, import.receipt, import.cancel_requested, import.lease_token, import.lease_holder,
  import.lease_until, import.created_at, import.started_at, import.finished_at, workspace.id_key, ${JOB_COLUMNS}`;
export const FROM_IMPORTS = `from import join workspace on workspace.workspace_id = import.workspace_id
  left join import_job as job on job.workspace_id = import.workspace_id and job.import_id = import.import_id`;

const DB_COLUMNS: Readonly<Record<keyof ImportPatch, string>> = {
  state: "state",
  settings: "settings",
  scan: "scan",
  planned: "planned",
  progress: "progress",
  undo: "undo",
  refusal: "refusal",
  startedAt: "started_at",
  finishedAt: "finished_at",
  receipt: "receipt",
};

const dbValue = (value: unknown): string | number | null =>
  value === undefined || value === null
    ? null
    : typeof value === "string" || typeof value === "number"
      ? value
      : JSON.stringify(value);

/** With the value of each. */
export const patchedColumns = (
  patch: ImportPatch,
): readonly (readonly [column: string, value: string | number | null])[] =>
  Object.entries(patch).map(([key, value]) => [DB_COLUMNS[key as keyof ImportPatch], dbValue(value)]);

/** Documents that only the store of imports writes. */
const parsed = <T>(text: DbValue | undefined): T | null => (typeof text === "string" ? (JSON.parse(text) as T) : null);
const numberOrNull = (value: DbValue | undefined): number | null =>
  value === null || value === undefined ? null : Number(value);

/** @param ahead milliseconds by which the clock that tells how long a lease is held is ahead of this process's */
export function asImportRecord(row: DbRow, ahead = 0): ImportRecord {
  const [workspace, number, state, version, settings, scan, planned, progress, undo, refusal, receipt, ...rest] = row;
  const [cancel, leaseToken, leaseHolder, leaseUntil, createdAt, startedAt, finishedAt, idKey, ...job] = rest;
  const ref = { workspace: Number(workspace), import: Number(number) };
  return {
    ref,
    id: encodeId("imp", Number(idKey), Number(number)),
    state: String(state) as ImportState,
    version: Number(version),
    settings: JSON.parse(String(settings)) as ImportSettings,
    scan: parsed(scan),
    planned: parsed(planned),
    progress: parsed(progress),
    undo: parsed(undo),
    refusal: parsed(refusal),
    cancelRequested: cancel === 1,
    lease:
      typeof leaseHolder === "string"
        ? { token: Number(leaseToken), holder: leaseHolder, until: Number(leaseUntil) - ahead }
        : null,
    createdAt: Number(createdAt),
    startedAt: numberOrNull(startedAt),
    finishedAt: numberOrNull(finishedAt),
    receipt: typeof receipt === "string" ? receipt : null,
    job: asJob(ref, job),
  };
}
