/** Files that wait up to a day for their import, seen by whoever began them alone. */
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { decodeId, encodeId } from "../../core/public-id.ts";
import { dropUnused } from "../import/preparing/receive-file.ts";
import { UPLOAD_KEPT_MS, UPLOAD_PUT_OFF_MS, UPLOADS_SWEPT, UPLOADS_WAITING } from "../limits.ts";
import type { PartialFiles } from "../ports/partial-files.ts";
import type { Upload, UploadName, UploadOwner } from "../ports/upload-store.ts";
import type { Ports, Workspace } from "../ports.ts";
import { newClaim, whileRenewed } from "../while-renewed.ts";

const NUMBERS = 2 ** 50;

/** @param file `key` null = it is still coming, in parts */
export async function beginUpload(
  ports: Ports,
  of: UploadOwner,
  file: Pick<Upload, "name" | "bytes" | "key">,
): Promise<Result<Upload>> {
  const { uploads } = ports.store;
  if ((await uploads.count(of)) >= UPLOADS_WAITING)
    return refuseWith("uploads_too_many", `${UPLOADS_WAITING} uploads of yours wait for their import.`);
  const createdAt = ports.now();
  // Not one after the other: whoever has one id knows no other.
  let number = ports.random() * 2 ** 18 + (ports.random() >>> 14);
  for (;;) {
    const upload = { ...of, ...file, number, createdAt, expiresAt: createdAt + UPLOAD_KEPT_MS };
    if (await uploads.add(upload)) return accept(upload);
    number = (number + 1) % NUMBERS;
  }
}

export const uploadId = ({ number }: Pick<Upload, "number">, { idKey }: Pick<Workspace, "idKey">): string =>
  encodeId("upl", idKey, number);

export async function findUpload(
  ports: Ports,
  workspace: Workspace,
  { id, owner }: { readonly id: string; readonly owner: string },
): Promise<Result<Upload>> {
  const number = decodeId("upl", workspace.idKey, id);
  const found = number === null ? null : await ports.store.uploads.get({ workspace: workspace.number, owner }, number);
  if (found && found.expiresAt > ports.now()) return accept(found);
  return refuseWith("upload_unknown", `There is no upload ${id.slice(0, 40)} of yours in this workspace.`);
}

export type WholeUpload = Upload & { readonly key: string; readonly bytes: number };

/** One of which all has come: it can be read. */
export async function findWholeUpload(...asked: Parameters<typeof findUpload>): Promise<Result<WholeUpload>> {
  const found = await findUpload(...asked);
  if (!found.ok) return found;
  const { key, bytes, name } = found.value;
  return key === null || bytes === null
    ? refuseWith("upload_incomplete", `Not all of ${name} has come yet.`)
    : accept({ ...found.value, key, bytes });
}

/** What uses an upload up: called in the transaction that keeps what came of it. */
export type UseUp = () => Promise<Result<null>>;

/** An upload becomes one thing, whichever processes are at it. */
export async function usingUp<T>(
  ports: Ports,
  edge: UploadEdge,
  upload: Upload,
  work: (useUp: UseUp) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { uploads } = ports.store;
  const claim = newClaim(ports);
  const { holder } = claim;
  if (!(await uploads.claim(upload, claim))) return elsewhere(upload);
  const useUp: UseUp = async () => ((await uploads.useUp(upload, holder)) ? accept(null) : elsewhere(upload));
  try {
    const renew = () => uploads.renew(upload, { holder, now: ports.now() });
    const done = await whileRenewed(renew, () => work(useUp));
    // What came of it is there, whatever becomes of what is left over.
    if (done.ok) await orLogged(edge, () => removeUpload(ports, edge.partials, upload));
    return done;
  } finally {
    await orLogged(edge, () => uploads.free(upload, holder));
  }
}

/** What uploads need besides, and where it is said what went wrong with something that nobody waits for. */
export type UploadEdge = {
  readonly partials: PartialFiles;
  readonly log: { error(error: unknown): void };
};

async function orLogged({ log }: UploadEdge, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error(error);
  }
}

const elsewhere = ({ name }: Upload) =>
  refuseWith("upload_unknown", `${name} is being imported by another request, or was.`);

export const partialName = ({ workspace, number }: UploadName): string => `upload-${workspace}-${number}.part`;

/** With its files, as far as no import is made of them. Where that fails, the upload is over, and the sweep does the rest. */
export async function removeUpload(ports: Ports, partials: PartialFiles, upload: UploadName): Promise<void> {
  const { uploads } = ports.store;
  for (const key of await uploads.end(upload)) await dropUnused(ports, key);
  await partials.remove(partialName(upload));
  await uploads.remove(upload);
}

/** Those whose time is over go. What fails is tried again, once the others have had their turn. */
export async function sweepUploads(ports: Ports, edge: UploadEdge): Promise<void> {
  await orLogged(edge, async () => {
    for (const upload of await ports.store.uploads.expired(ports.now(), UPLOADS_SWEPT))
      await orLogged(edge, () => removeOrPutOff(ports, edge.partials, upload));
  });
}

async function removeOrPutOff(ports: Ports, partials: PartialFiles, upload: UploadName): Promise<void> {
  try {
    await removeUpload(ports, partials, upload);
  } catch (error) {
    await ports.store.uploads.putOff(upload, ports.now() + UPLOAD_PUT_OFF_MS);
    throw error;
  }
}
