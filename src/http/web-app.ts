/**
 * The web app: the built files, and its one page wherever else a browser looks. Reads the files once; a server that is running
 * goes on with those it has read.
 */
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Hono } from "hono";
import { refuseWith } from "../core/problem/refusal.ts";
import { problemResponse } from "./problem-json.ts";
import { NONCE_PLACE } from "./web-nonce.ts";

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/** Named after what they hold, so that another content has another name. */
const HASHED = /^\/assets\//;
/** What is no page of the app, whether there is something or not. */
const ELSEWHERE = /^\/(api|healthz|readyz|metrics|assets)(\/|$)/;

const NOT_BUILT = `<!doctype html>
<html lang="en"><title>Muster</title><h1>The web app is not built</h1>
<p>The API is there. Build the pages with <code>npm run build:web</code>, then start the server again.</p></html>`;

type WebFile = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
  readonly type: string;
};

/** In a clone and in the installed package the built pages lie at different places beside this code. */
const FOLDERS = ["../../dist/web", "../web"].map((path) => join(import.meta.dirname, path));

/** After every other route: it answers what is left. */
export function mountWebApp(app: Hono): void {
  let files: Promise<ReadonlyMap<string, WebFile>> | null = null;
  app.get("*", async (context, next) => {
    const { req } = context;
    files ??= readWebFiles();
    const file = (await files).get(req.path);
    if (file && file.type !== TYPES.html) {
      const isSmall = /\bgzip\b/.test(req.header("accept-encoding") ?? "");
      return context.body(isSmall ? file.gzipped : file.bytes, 200, {
        "Content-Type": file.type,
        "Cache-Control": HASHED.test(req.path) ? "public, max-age=31536000, immutable" : "no-cache",
        ...(isSmall ? { "Content-Encoding": "gzip" } : {}),
        Vary: "Accept-Encoding",
      });
    }
    if (ELSEWHERE.test(req.path)) return next();
    const page = (await files).get("/index.html");
    const text = page ? new TextDecoder().decode(page.bytes) : NOT_BUILT;
    return context.html(text.replaceAll(NONCE_PLACE, context.get("secureHeadersNonce") ?? ""), 200, {
      "Cache-Control": "no-store",
    });
  });
  app.notFound(({ req }) =>
    problemResponse(refuseWith("route_unknown", `There is nothing at ${req.method} ${req.path}.`).refusal),
  );
}

/** By the path of their address. None where the app is not built. */
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
      found.set(`/${relative(folder, place).split(sep).join("/")}`, { bytes, gzipped, type });
    }
    if (found.has("/index.html")) return found;
  }
  return new Map();
}
