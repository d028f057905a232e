/** `<MusterImport>` in a page that is made with React, with what the package exports for it. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { build, type Rolldown } from "vite";
import { expect, onTestFinished, test, vi } from "vitest";
import { MusterImport } from "../../src/library/react.ts";
import { appServer, openPage } from "../support/browser.ts";

// Milliseconds: a workspace, a bundle and a page are made for each test.
vi.setConfig({ testTimeout: 180_000 });

const ENTRY = fileURLToPath(new URL("../support/react-host.ts", import.meta.url));

test("the page of a React product asks for a token, imports, and hears that it is done (C-A6)", async () => {
  const server = await appServer();
  const { key } = JSON.parse(await server.muster("keys", "create", "react", "--scope", "import", "--json"));
  const url = await reactHost(await built(), async (origin) => {
    const made = await fetch(`${server.url}/api/v1/embed/tokens`, {
      method: "POST",
      headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
      body: JSON.stringify({ origins: [origin], user: "ann" }),
    });
    return ((await made.json()) as { readonly token: string }).token;
  });
  const { page } = await openPage(server);
  page.setDefaultTimeout(60_000);
  await page.goto(`${url}?server=${server.url}`);
  const frame = page.frameLocator("muster-import.wizard iframe");
  await frame.getByRole("button", { name: "Choose a file" }).waitFor();
  const buffer = Buffer.from("Name,E-Mail\nAda Lovelace,ada@example.com\n");
  await frame.locator('input[type="file"]').last().setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer });
  await frame.getByRole("button", { name: "Continue to columns" }).click();
  await frame.getByRole("button", { name: "Check what will happen" }).click();
  await frame.getByRole("button", { name: "Import 1 contact" }).click();
  // Twice, as React's strict mode mounts everything twice.
  await page.getByText("asked 2 times; done: 1 new").waitFor();
});

test("a token that cannot be had is told as an error", async () => {
  const server = await appServer();
  const url = await reactHost(await built(), () => Promise.resolve(null));
  const { page } = await openPage(server);
  page.setDefaultTimeout(60_000);
  await page.goto(`${url}?server=${server.url}`);
  await page.getByText("embed_token_unknown: Nobody is signed in.").waitFor();
});

test("on a server it is the bare element, which a browser fills", () => {
  const getToken = () => Promise.resolve("");
  const said = { server: "https://muster.example", getToken, workspace: "default", className: "wizard" };
  expect(renderToString(createElement(MusterImport, said))).toBe(
    '<muster-import server="https://muster.example" workspace="default" class="wizard"></muster-import>',
  );
});

test("the package exports it under a path of its own, and needs React only there", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  expect(manifest.exports["./react"].default).toBe("./dist/library/react.js");
  expect(manifest.peerDependenciesMeta).toEqual({ react: { optional: true } });
  expect(manifest.dependencies.react).toBeUndefined();
});

/** As a bundler makes it for a browser. */
async function built(): Promise<string> {
  const made = (await build({
    configFile: false,
    logLevel: "error",
    mode: "development",
    define: { "process.env.NODE_ENV": '"development"' },
    build: { write: false, minify: false, rollupOptions: { input: ENTRY } },
  })) as Rolldown.RolldownOutput;
  return made.output.find((one) => one.type === "chunk")?.code ?? "";
}

/** On an origin of its own. @param token null = nobody is signed in */
async function reactHost(script: string, token: (origin: string) => Promise<string | null>): Promise<string> {
  const host = createServer(async ({ url = "/" }, response) => {
    if (url === "/token") {
      const made = await token(origin);
      response.statusCode = made === null ? 401 : 200;
      response.end(made ?? "");
    } else if (url === "/script.js") {
      response.setHeader("Content-Type", "text/javascript");
      response.end(script);
    } else {
      response.setHeader("Content-Type", "text/html; charset=utf-8");
      response.end(
        '<!doctype html><html lang="en"><title>React</title><div id="root"></div><script type="module" src="/script.js"></script></html>',
      );
    }
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    host.close();
    host.closeAllConnections();
  });
  const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  return origin;
}
