/** Requests that stand still for longer than a lease, and processes of other machines that never come back. */
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LEASE_MS, UPLOAD_KEPT_MS, UPLOAD_PUT_OFF_MS, UPLOADS_SWEPT } from "../../src/app/limits.ts";
import type { Upload } from "../../src/app/ports/upload-store.ts";
import type { ImportRecord, Ports } from "../../src/app/ports.ts";
import { importUpload } from "../../src/app/upload/upload-table.ts";
import {
  beginUpload,
  findUpload,
  partialName,
  sweepUploads,
  type UploadEdge,
  uploadId,
  usingUp,
} from "../../src/app/upload/uploads.ts";
import type { Result } from "../../src/core/problem/refusal.ts";
import { answeredOnce } from "../../src/http/answered-once.ts";
import { SentBytes } from "../../src/http/body/sent-bytes.ts";
import { FolderPartialFiles } from "../../src/source/folder-partial-files.ts";
import { importServer } from "../support/import-server.ts";
import { UNSAID } from "../support/unsaid.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const PEOPLE = "Email,Name\nann@example.com,Ann\n";

let it: TestWorkspace;
let ports: Ports;
let clock: number;
let numbers: number;
let faults: unknown[];
let edge: UploadEdge;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  [clock, numbers] = [Date.UTC(2026, 0, 1), 0];
  it = await testWorkspace({ now: () => clock });
  ports = { ...it.ports, random: () => numbers++ };
  faults = [];
  const log = { error: (fault: unknown) => void faults.push(fault) };
  edge = { partials: new FolderPartialFiles(join(it.folder, "data")), log };
});
afterEach(async () => {
  vi.useRealTimers();
  await it.close();
});

/** Two leases go by; what says that its work goes on says so. */
async function worksOn(renew: {
  readonly mock: { readonly results: readonly { readonly value: unknown }[] };
}): Promise<void> {
  for (let quarter = 0; quarter < 8; quarter++) {
    clock += LEASE_MS / 4;
    vi.advanceTimersByTime(LEASE_MS / 4);
    await Promise.all(renew.mock.results.map(({ value }) => value));
  }
}

const standsStill = (): void => {
  clock += LEASE_MS;
};

describe("a request with an Idempotency-Key", () => {
  const sendOnce = (work: () => Promise<string>): Promise<Response> => {
    const request = new Request("http://muster.test/api/v1/tags", { method: "POST" });
    return answeredOnce(
      ports,
      { workspace: it.workspace.number, caller: "key:a", key: "k" },
      { request, sent: new SentBytes(request), isRead: false, holdsSecret: false },
      async () => new Response(await work()),
    );
  };

  test("keeps its key for as long as it takes", async () => {
    const renew = vi.spyOn(ports.store.idempotency, "renew");
    const first = await sendOnce(async () => {
      await worksOn(renew);
      expect((await sendOnce(async () => "second")).status).toBe(409);
      return "first";
    });
    expect(await first.text()).toBe("first");
    expect(await (await sendOnce(async () => "third")).text()).toBe("first");
    expect(vi.getTimerCount()).toBe(0);
  });

  test("that stood still for a lease keeps no answer over that of its successor", async () => {
    const first = await sendOnce(async () => {
      standsStill();
      expect(await (await sendOnce(async () => "second")).text()).toBe("second");
      return "first";
    });
    expect(await first.text()).toBe("first");
    const third = await sendOnce(async () => "third");
    expect([await third.text(), third.headers.get("idempotent-replayed")]).toEqual(["second", "true"]);
  });

  test("that stood still for a lease and failed gives back no key but its own", async () => {
    let answer = (_: string): void => {};
    const waited = new Promise<string>((resolve) => {
      answer = resolve;
    });
    let second: Promise<Response> | undefined;
    const first = sendOnce(async () => {
      standsStill();
      await new Promise<void>((begun) => {
        second = sendOnce(() => {
          begun();
          return waited;
        });
      });
      throw new Error("out of order");
    });
    await expect(first).rejects.toThrow("out of order");
    expect((await sendOnce(async () => "third")).status).toBe(409);
    answer("second");
    expect(await (await second)?.text()).toBe("second");
  });
});

describe("an upload", () => {
  async function uploaded(): Promise<Upload> {
    const { key, bytes } = accepted(await ports.files.put(pieces(PEOPLE), null));
    const of = { workspace: it.workspace.number, owner: "key:a" };
    const upload = accepted(await beginUpload(ports, of, { name: "people.csv", bytes, key }));
    await ports.files.letGo(key);
    return upload;
  }

  /** @param before what happens while the file is read */
  const importOf = (upload: Upload, before: () => Promise<void> = async () => {}): Promise<Result<ImportRecord>> =>
    usingUp(ports, edge, upload, async (useUp) => {
      await before();
      const whole = { ...upload, key: upload.key ?? "", bytes: upload.bytes ?? 0 };
      return importUpload(ports, it.workspace, whole, { request: UNSAID, useUp });
    });

  test("is its request's for as long as it takes", async () => {
    const renew = vi.spyOn(ports.store.uploads, "renew");
    const upload = await uploaded();
    const first = await importOf(upload, async () => {
      await worksOn(renew);
      expect(await importOf(upload)).toMatchObject({ refusal: { code: "upload_unknown" } });
    });
    expect(first.ok).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("becomes one import, also when a request comes back to it that stood still for a lease", async () => {
    const upload = await uploaded();
    const first = await importOf(upload, async () => {
      standsStill();
      expect((await importOf(upload)).ok).toBe(true);
    });
    expect(first).toMatchObject({ refusal: { code: "upload_unknown" } });
    const imports = await ports.store.imports.list(it.workspace.number, { before: null, limit: 9 });
    expect(imports).toHaveLength(1);
    expect(await ports.files.has(upload.key ?? "")).toBe(true);
  });

  test("became an import although what is left of it could not be removed, which the next sweep does", async () => {
    const upload = await uploaded();
    const other = accepted(await ports.files.put(pieces("Email\nbob@example.com\n"), null));
    await ports.files.letGo(other.key);
    const sheet = { source: { key: other.key, bytes: other.bytes, digest: other.key, name: "b.csv" }, converted: null };
    await ports.store.uploads.keepRows(upload, "Second", sheet);
    const fault = new Error("the storage cannot be reached");
    const remove = vi.spyOn(ports.files, "remove").mockRejectedValue(fault);
    expect(await importOf(upload)).toMatchObject({ ok: true, value: { state: "received" } });
    expect(faults).toEqual([fault]);
    const asked = { id: uploadId(upload, it.workspace), owner: upload.owner };
    expect(await findUpload(ports, it.workspace, asked)).toMatchObject({ refusal: { code: "upload_unknown" } });
    expect(await importOf(upload)).toMatchObject({ refusal: { code: "upload_unknown" } });
    await sweepUploads(ports, edge);
    expect([faults, await ports.files.has(other.key)]).toEqual([[fault, fault], true]);
    remove.mockRestore();
    clock += UPLOAD_PUT_OFF_MS;
    await sweepUploads(ports, edge);
    expect([await ports.files.has(other.key), await ports.files.has(upload.key ?? "")]).toEqual([false, true]);
    expect(await ports.store.uploads.expired(clock, 10)).toEqual([]);
  });

  test("whose files cannot be removed does not stand in front of others with every sweep", async () => {
    const of = { workspace: it.workspace.number, owner: "key:a" };
    for (let number = 0; number <= UPLOADS_SWEPT; number++)
      accepted(await beginUpload(ports, of, { name: "people.csv", bytes: 1, key: null }));
    clock += UPLOAD_KEPT_MS;
    const last = accepted(await beginUpload(ports, of, { name: "last.csv", bytes: 1, key: null }));
    clock += UPLOAD_KEPT_MS;
    const remove = vi.spyOn(edge.partials, "remove").mockImplementation(async (name) => {
      if (name !== partialName(last)) throw new Error("cannot be removed");
    });
    for (let sweep = 0; sweep < 2; sweep++) await sweepUploads(ports, edge);
    expect(await ports.store.uploads.expired(clock, 1_000)).toEqual([]);
    expect(remove).toHaveBeenCalledTimes(UPLOADS_SWEPT + 2);
    const again = await ports.store.uploads.expired(clock + UPLOAD_PUT_OFF_MS, 1_000);
    expect(again.map(({ name }) => name)).toEqual(new Array(UPLOADS_SWEPT + 1).fill("people.csv"));
  });

  test("that a server of another machine died over is imported once its lease has ended", async () => {
    vi.useRealTimers();
    const server = await importServer();
    const { json } = await server.send("POST /uploads?name=people.csv", { body: PEOPLE });
    const { uploads } = server.ports.store;
    const [waiting] = await uploads.waiting(server.workspace.number);
    const claimed = waiting as unknown as Upload;
    const holder = "elsewhere:1#0.0.0";
    expect(await uploads.claim(claimed, { holder, now: Date.now(), isGone: () => false })).toBe(true);
    const importIt = () =>
      server.send("POST /imports?wait=20", {
        body: JSON.stringify({ upload: json.upload }),
        headers: { "content-type": "application/json" },
      });
    expect((await importIt()).json.code).toBe("upload_unknown");
    await uploads.renew(claimed, { holder, now: Date.now() - LEASE_MS });
    expect((await importIt()).json).toMatchObject({ state: "done", lines: 1 });
  });
});

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
