/** The lease: one process at a time moves an import from state to state, and one that was replaced changes nothing more. */
import { type ImportEvent, mayHappen } from "../../core/import-state.ts";
import { type Result, refuseWith } from "../../core/problem/refusal.ts";
import type { ImportPatch, ImportRecord, ImportRef, Lease, Ports } from "../ports.ts";
import { whileRenewed } from "../while-renewed.ts";

/** Takes the lease for one move of the state machine and gives it back afterwards. */
export async function withLease(
  ports: Ports,
  ref: ImportRef,
  events: readonly ImportEvent[],
  work: (record: ImportRecord, lease: Lease) => Promise<Result<ImportRecord>>,
): Promise<Result<ImportRecord>> {
  const { imports } = ports.store;
  if (!(await imports.get(ref))) return refuseWith("import_unknown", "There is no such import in this workspace.");
  const lease = await imports.takeLease(ref, ports.holder, ports.now(), ports.isGone);
  if (!lease.ok) return lease;
  try {
    return await whileRenewed(
      () => imports.renewLease(ref, lease.value),
      async () => {
        const record = await existing(ports, ref);
        if (events.every((event) => !mayHappen(record.state, event))) {
          return refuseWith("import_state_invalid", `${record.id} is ${record.state}.`);
        }
        return await work(record, lease.value);
      },
    );
  } catch (error) {
    if (error instanceof LeaseLost) return refuseWith("import_busy", "Another process has taken over this import.");
    throw error;
  } finally {
    await imports.dropLease(ref, lease.value).catch(() => undefined);
  }
}

/** Leaves the work under a lease from wherever it is; `withLease` makes a refusal of it. */
class LeaseLost extends Error {}

/** Changes the record under the lease. Batches raise its version meanwhile, so it is read again where that has happened. */
export async function changed(ports: Ports, lease: Lease, ref: ImportRef, patch: ImportPatch): Promise<ImportRecord> {
  for (;;) {
    const record = await existing(ports, ref);
    const next = await ports.store.imports.patch(record, patch, lease);
    if (next) return next;
    if (record.lease?.token !== lease.token) throw new LeaseLost();
  }
}

/** What is found in a long look, as long as nobody else has taken the work over: a process that stood still leaves nothing of what it had found. */
export async function* whileHeld<Piece>(
  ports: Ports,
  lease: Lease,
  ref: ImportRef,
  pieces: AsyncIterable<Piece>,
): AsyncIterable<Piece> {
  yield* pieces;
  if ((await existing(ports, ref)).lease?.token !== lease.token) throw new LeaseLost();
}

export async function existing(ports: Ports, ref: ImportRef): Promise<ImportRecord> {
  const record = await ports.store.imports.get(ref);
  if (!record) throw new Error(`import ${ref.import} of workspace ${ref.workspace} is gone`);
  return record;
}
