/** The built files of the web app. Reads them once; a server that is running goes on with those it has read. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "hono";
import { NONCE_PLACE } from "./web-nonce.ts";

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

const NOT_BUILT = `<!doctype html>
<html lang="en"><title>Muster</title><h1>The web app is not built</h1>
<p>The API is there. Build the pages with <code>npm run build:web</code>, then start the server again.</p></html>`;

type WebFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Another content has another one. Weak, as the bytes may come compressed. */
  readonly eTag: string;
};

/** By the path of their address; none where the app is not built. Read when they are first asked for. */
export type WebFiles = () => Promise<ReadonlyMap<string, WebFile>>;

/** In a clone and in the installed package the built pages lie at different places beside this code. */
const FOLDERS = ["../../dist/web", "../web"].map((path) => join(import.meta.dirname, path));

export function webFiles(): WebFiles {
  let files: ReturnType<WebFiles> | null = null;
  return () => {
    files ??= readWebFiles().catch((error: unknown) => {
      // Whoever asks next tries again.
      files = null;
      throw error;
    });
    return files;
  };
}

export const isPage = ({ type }: WebFile): boolean => type === TYPES.html;

/** @param cacheControl how long whoever has it may do with it */
export function fileResponse({ req }: Context, file: WebFile, cacheControl: string): Response {
  const headers = { ETag: file.eTag, "Cache-Control": cacheControl, Vary: "Accept-Encoding" };
  if (req.header("if-none-match") === file.eTag) return new Response(null, { status: 304, headers });
  const isSmall = /\bgzip\b/.test(req.header("accept-encoding") ?? "");
  const coding = isSmall ? { "Content-Encoding": "gzip" } : null;
  return new Response(isSmall ? file.gzipped : file.bytes, {
    headers: { ...headers, "Content-Type": file.type, ...coding },
  });
}

/** With the nonce of this answer. */
export function pageResponse(context: Context, page: WebFile | undefined): Response | Promise<Response> {
  const text = page ? new TextDecoder().decode(page.bytes) : NOT_BUILT;
  return context.html(text.replaceAll(NONCE_PLACE, context.get("secureHeadersNonce") ?? ""), 200, {
    "Cache-Control": "no-store",
  });
}

async function readWebFiles(): Promise<ReadonlyMap<string, WebFile>> {
  for (const folder of FOLDERS) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const found = new Map<string, WebFile>();
    for (const entry of entries) {
      const type = TYPES[entry.name.split(".").at(-1) ?? ""];
      if (!entry.isFile() || type === undefined) continue;
      const place = join(entry.parentPath, entry.name);
      const bytes = new Uint8Array(await readFile(place));
      const gzipped = new Uint8Array(await promisify(gzip)(bytes, { level: 9 }));
      const eTag = `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
      found.set(`/${relative(folder, place).split(sep).join("/")}`, { bytes, gzipped, type, eTag });
    }
    if (found.has("/index.html")) return found;
  }
  return new Map();
}
