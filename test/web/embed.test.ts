/** `<muster-import>` in a page of another product: the example of `examples/embed`, on an origin of its own. */
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { expect, onTestFinished, test, vi } from "vitest";
import { axeViolations } from "../support/axe.ts";
import { type AppPage, type AppServer, appServer, openPage } from "../support/browser.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/embed/server.ts", import.meta.url));

// Milliseconds: for each test a workspace, another server and a page are made.
vi.setConfig({ testTimeout: 180_000 });

const SMALL = {
  name: "customers.csv",
  mimeType: "text/csv",
  buffer: Buffer.from("Name,E-Mail\nAda Lovelace,ada@example.com\nAlan Turing,alan@example.com\nKay,kay@\n"),
};

type Host = { readonly server: AppServer; readonly url: string; readonly key: string };

/** The example, as its README says. */
async function acme(): Promise<Host> {
  const server = await appServer();
  const { key } = JSON.parse(await server.muster("keys", "create", "acme", "--scope", "import", "--json"));
  const child = spawn(process.execPath, [EXAMPLE], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, MUSTER_URL: server.url, MUSTER_KEY: key, PORT: "0" },
  });
  onTestFinished(() => {
    child.kill();
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const found = /listens on (\S+) and/.exec(chunk.toString())?.[1];
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new Error("The example ended.")));
  });
  return { server, url, key };
}

type Opened = AppPage & { readonly frame: FrameLocator };

type Wanted = Parameters<typeof openPage>[1] & {
  /** Its time can be let pass. */
  readonly hasClock?: boolean;
};

async function opened(
  { server, url }: Pick<Host, "server" | "url">,
  { hasClock = false, ...wanted }: Wanted = {},
): Promise<Opened> {
  const app = await openPage(server, wanted);
  if (hasClock) await app.page.clock.install();
  app.page.setDefaultTimeout(60_000);
  await app.page.goto(url);
  return { ...app, frame: app.page.frameLocator("muster-import iframe") };
}

/** What axe finds in the page, and in the wizard's frame inside it. */
async function violations(page: Page): Promise<readonly string[]> {
  const framed = page.frames().find((frame) => frame.url().includes("/embed/frame"));
  if (!framed) throw new Error("There is no frame.");
  return [...(await axeViolations(page)), ...(await axeViolations(framed))];
}

/** A page of its own origin, with whatever is in it. */
async function pageWith(body: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="en"><title>Other</title><body>${body}</body></html>`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function tokenOf({ server, key }: Pick<Host, "server" | "key">, said: object): Promise<string> {
  const response = await fetch(`${server.url}/api/v1/embed/tokens`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: JSON.stringify({ user: "ann", ...said }),
  });
  const { token } = (await response.json()) as { readonly token: string };
  return token;
}

/** A page that writes down what the element tells it. */
const hostPage = (server: string, attributes: string): string => `
  <main><h1>Other</h1><muster-import server="${server}" ${attributes}></muster-import><output></output></main>
  <script>
    for (const name of ["token", "done", "error"])
      document.querySelector("muster-import").addEventListener("muster-" + name, ({ detail }) =>
        document.querySelector("output").append(name + " " + JSON.stringify(detail) + "\\n"));
  </script>
  <script type="module" src="${server}/embed/muster-import.js"></script>`;

/** Gives the element attributes. */
const say = (page: Page, attributes: Readonly<Record<string, string>>): Promise<unknown> =>
  page.evaluate(`for (const [name, value] of ${JSON.stringify(Object.entries(attributes))})
    document.querySelector("muster-import").setAttribute(name, value);`);

type Styles = { getComputedStyle(of: unknown): { readonly backgroundColor: string } };

const backgroundOf = (found: Locator): Promise<string> =>
  found.evaluate((one) => (globalThis as unknown as Styles).getComputedStyle(one).backgroundColor);

test("a file goes through all four steps in the page of another product, which hears that it is done (C-A6)", async () => {
  const host = await acme();
  const { page, frame, context } = await opened(host);
  await frame.getByRole("heading", { name: "Columns your file may have" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await frame.locator('input[type="file"]').last().setInputFiles(SMALL);
  await frame.getByRole("cell", { name: "Ada Lovelace" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await frame.getByRole("button", { name: "Continue to columns" }).click();
  await frame.getByText("2 of 2 columns go to fields").waitFor();
  // Lists of the workspace are nothing for whoever may only import.
  expect(await frame.getByText("Owner, where the file names none").count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await frame.getByRole("button", { name: "Check what will happen" }).click();
  await frame.getByRole("grid").waitFor();
  expect(await violations(page)).toEqual([]);
  await frame.getByRole("button", { name: "Import 2 contacts" }).click();
  await frame.getByRole("heading", { name: "Done: 2 contacts imported" }).waitFor();
  await page.getByText(/^Acme heard: imp_\w+ is done: 2 new, 0 changed, 1 failed\.$/).waitFor();
  expect(await violations(page)).toEqual([]);
  const download = page.waitForEvent("download");
  await frame.getByRole("button", { name: "Download the line with errors" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  expect(await frame.getByRole("link", { name: /See|contacts/ }).count()).toBe(0);
  // Nothing was signed in.
  expect(await context.cookies()).toEqual([]);
  expect(await host.server.muster("contacts")).toContain("ada@example.com");
  expect(await host.server.muster("imports")).toContain("ann@acme.example (key acme)");
});

test("it wears the colours of the page, in the dark and on a phone too (C-A6)", async () => {
  const host = await acme();
  const { page, frame } = await opened(host, { width: 390, height: 844, scheme: "dark" });
  const pick = frame.getByRole("button", { name: "Choose a file" });
  await pick.waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await backgroundOf(frame.locator("body"))).toBe("rgb(30, 26, 23)");
  const { page: light } = await opened(host, {});
  const button = light.frameLocator("muster-import iframe").getByRole("button", { name: "Choose a file" });
  // The page's accent, as it is: white on it can be read.
  expect(await backgroundOf(button)).toBe("rgb(180, 69, 15)");
});

test("in a page whose token has ended it says what to do, tells the page, and goes on with the next one (C-A6)", async () => {
  const host = await acme();
  const url = await pageWith(hostPage(host.server.url, ""));
  const { page, frame } = await opened({ ...host, url }, { hasClock: true });
  // It has none yet.
  await page.getByText('token {"expiresAt":null,"hasExpired":false}').waitFor();
  const give = (token: string) => say(page, { token });
  await give(await tokenOf(host, { origins: [url], minutes: 5 }));
  await frame.getByRole("button", { name: "Choose a file" }).waitFor();
  await frame.locator('input[type="file"]').last().setInputFiles(SMALL);
  await frame.getByRole("button", { name: "Continue to columns" }).click();
  await frame.getByText("2 of 2 columns go to fields").waitFor();
  await page.clock.fastForward(301_000);
  await page.getByText(/error \{"code":"embed_token_expired"/).waitFor();
  await page
    .getByText(/token .*"hasExpired":false/)
    .last()
    .waitFor();
  await frame.getByRole("alert").getByText("Open the page again.", { exact: false }).waitFor();
  expect(await violations(page)).toEqual([]);
  await give(await tokenOf(host, { origins: [url] }));
  await frame.getByRole("button", { name: "Check what will happen" }).click();
  await frame.getByRole("grid").waitFor();
});

test("a page of an origin that the token does not name is told so, and the server keeps it from framing the wizard (C-A6)", async () => {
  const host = await acme();
  const token = await tokenOf(host, { origins: [host.url] });
  const url = await pageWith(hostPage(host.server.url, `token="${token}"`));
  const { page } = await opened({ ...host, url });
  await page.getByText(/error \{"code":"embed_origin_refused"/).waitFor();
  await page.getByRole("alert").getByText(`The import may not stand in pages of ${url}.`).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  // Whoever leaves the element out is refused by the browser, at the server's word.
  const pass = token.slice("mse_".length).split(".").slice(0, 2).join(".");
  const refused = page.waitForEvent("console", (said) => said.text().includes("frame-ancestors"));
  const address = `${host.server.url}/embed/frame?for=${pass}`;
  await page.evaluate(`document.body.append(Object.assign(document.createElement("iframe"), { src: "${address}" }))`);
  await refused;
});

test("where the server cannot be reached, or the token is none, the page is told too", async () => {
  const host = await acme();
  const nowhere = "http://127.0.0.1:9";
  const url = await pageWith(hostPage(host.server.url, 'token="mst_no_such_token"'));
  const { page } = await opened({ ...host, url });
  await page.getByText(/error \{"code":"embed_token_unknown"/).waitFor();
  await say(page, { server: nowhere, token: await tokenOf(host, { origins: [url] }) });
  await page.getByText(/error \{"code":"embed_not_shown"/).waitFor({ timeout: 45_000 });
  expect(await page.getByRole("alert").textContent()).toContain(nowhere);
});

test("where its key is revoked meanwhile, the page is told with the next step, and may give another token", async () => {
  const host = await acme();
  const url = await pageWith(hostPage(host.server.url, ""));
  const { page, frame } = await opened({ ...host, url });
  await say(page, { token: await tokenOf(host, { origins: [url] }) });
  await frame.getByRole("button", { name: "Choose a file" }).waitFor();
  await host.server.muster("keys", "revoke", "acme");
  await frame.locator('input[type="file"]').last().setInputFiles(SMALL);
  await page.getByText(/error \{"code":"embed_token_unknown"/).waitFor();
  await frame.getByRole("alert").getByText("counts no longer").first().waitFor();
  const { key } = JSON.parse(await host.server.muster("keys", "create", "next", "--scope", "import", "--json"));
  await say(page, { token: await tokenOf({ ...host, key }, { origins: [url] }) });
  await frame.getByRole("button", { name: "Choose a file" }).waitFor();
});

test("the element is one script that any page may load, kept for minutes and asked about after that", async () => {
  const { url } = await appServer();
  const script = `${url}/embed/muster-import.js`;
  const answer = await fetch(script);
  expect(await answer.text()).not.toMatch(/\bimport\s*["'{(]|\bfrom\s*["']/);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "public, max-age=300",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  });
  const again = await fetch(script, { headers: { "If-None-Match": answer.headers.get("etag") ?? "" } });
  expect(again.status).toBe(304);
  // Nothing else is for pages of other origins.
  const other = await fetch(`${url}/api/v1/policy`, { headers: { Origin: "https://app.example.com" } });
  expect(other.headers.get("access-control-allow-origin")).toBeNull();
});

test("it speaks German, and begins with the accounts, where the page says so", async () => {
  const host = await acme();
  const url = await pageWith("");
  const token = await tokenOf(host, { origins: [url] });
  const attributes = `token="${token}" workspace="${host.server.workspace}" language="de-AT" object="accounts" scheme="dark"`;
  const { page, frame } = await opened({ ...host, url });
  await page.setContent(
    `<!doctype html><html lang="de"><title>x</title>${hostPage(host.server.url, attributes)}</html>`,
  );
  await frame.getByRole("button", { name: "Datei auswählen" }).waitFor();
  const value = () => frame.getByRole("combobox").or(frame.getByRole("textbox")).first().inputValue();
  await expect.poll(value).toBe("ein Konto");
});
