/** Where the tus server keeps uploads: their parts beside the stored files, what is known of them in the database, all of it their owner's alone. */
import type { Readable } from "node:stream";
import { DataStore, ERRORS, Upload as TusUpload } from "@tus/server";
import { receiveStream } from "../app/import/preparing/receive-file.ts";
import { UPLOAD_KEPT_MS } from "../app/limits.ts";
import type { PartialFiles } from "../app/ports/partial-files.ts";
import type { Upload } from "../app/ports/upload-store.ts";
import type { Ports, Workspace } from "../app/ports.ts";
import { beginUpload, findUpload, partialName, removeUpload, uploadId } from "../app/upload/uploads.ts";
import type { Refusal } from "../core/problem/refusal.ts";
import { fileName } from "../core/tabular/file-name.ts";

export type TusOwner = {
  readonly ports: Ports;
  readonly partials: PartialFiles;
  readonly workspace: Workspace;
  readonly owner: string;
};

/** Leaves the library from inside; the route makes a problem of it. */
export class TusRefused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** For one request. */
export class TusStore extends DataStore {
  override extensions = ["creation", "creation-with-upload", "creation-defer-length", "termination", "expiration"];
  readonly #of: TusOwner;

  constructor(of: TusOwner) {
    super();
    this.#of = of;
  }

  /** Its id, before anything of it has come. */
  async begin(name: string): Promise<string> {
    const { ports, workspace, owner } = this.#of;
    const of = { workspace: workspace.number, owner };
    const begun = await beginUpload(ports, of, { name: fileName(name), bytes: null, key: null });
    if (!begun.ok) throw new TusRefused(begun.refusal);
    return uploadId(begun.value, workspace);
  }

  override async create(file: TusUpload): Promise<TusUpload> {
    const upload = await this.#found(file.id);
    if (file.size !== undefined) await this.#of.ports.store.uploads.change(upload, { bytes: file.size });
    if (file.size === 0) await this.#store({ ...upload, bytes: 0 });
    return file;
  }

  override async write(stream: Readable, id: string, _offset: number): Promise<number> {
    const upload = await this.#found(id);
    const received = await this.#of.partials.append(partialName(upload), stream as AsyncIterable<Uint8Array>);
    if (received === upload.bytes) await this.#store(upload);
    return received;
  }

  override async getUpload(id: string): Promise<TusUpload> {
    const upload = await this.#found(id);
    const { key, bytes, name, createdAt } = upload;
    const offset = key === null ? await this.#of.partials.size(partialName(upload)) : (bytes ?? 0);
    // The server went down when all had come, and before it was stored.
    if (key === null && offset === bytes) await this.#store(upload);
    return new TusUpload({
      ...{ id, offset, metadata: { filename: name } },
      ...(bytes === null ? {} : { size: bytes }),
      creation_date: new Date(createdAt).toISOString(),
    });
  }

  override async declareUploadLength(id: string, bytes: number): Promise<void> {
    await this.#of.ports.store.uploads.change(await this.#found(id), { bytes });
  }

  override async remove(id: string): Promise<void> {
    const { ports, partials } = this.#of;
    await removeUpload(ports, partials, await this.#found(id));
  }

  override getExpiration(): number {
    return UPLOAD_KEPT_MS;
  }

  async #found(id: string): Promise<Upload> {
    const { ports, workspace, owner } = this.#of;
    const found = await findUpload(ports, workspace, { id, owner });
    if (!found.ok) throw ERRORS.FILE_NOT_FOUND;
    return found.value;
  }

  /** All has come: it becomes a stored file like any other. */
  async #store(upload: Upload): Promise<void> {
    const { ports, partials } = this.#of;
    const [name, partial] = [upload.name, partialName(upload)];
    const bytes = upload.bytes === 0 ? nothing() : partials.read(partial);
    const stored = await receiveStream(ports, { name, bytes }, null);
    if (!stored.ok) throw new TusRefused(stored.refusal);
    await ports.store.uploads.change(upload, { key: stored.value.key });
    await ports.files.letGo(stored.value.key);
    await partials.remove(partial);
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
