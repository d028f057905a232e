/**
 * The server of another product, as small as it can be: it holds the API key, asks Muster for a short-lived token for whoever is
 * signed in here, and serves the page that has `<muster-import>`. The key never reaches a browser.
 */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const { MUSTER_URL = "http://127.0.0.1:3000", MUSTER_KEY = "", HOST = "localhost", PORT = "4000" } = process.env;
/** Minutes that a token works; the page asks for the next one in time. */
const MINUTES = 15;

if (MUSTER_KEY === "") {
  console.error("Set MUSTER_KEY to an API key: npx muster keys create my-product --scope import");
  process.exit(2);
}

/** In a product: whoever the session of the request belongs to. */
const signedInUser = (_request: IncomingMessage): string => "ann@acme.example";

async function importToken(user: string): Promise<Response> {
  return fetch(new URL("/api/v1/embed/tokens", MUSTER_URL), {
    method: "POST",
    headers: { Authorization: `Bearer ${MUSTER_KEY}`, "Content-Type": "application/json" },
    body: JSON.stringify({ origins: [origin], user, minutes: MINUTES }),
  });
}

const page = (name: string): string =>
  readFileSync(new URL(name, import.meta.url), "utf8").replaceAll("{MUSTER_URL}", MUSTER_URL);

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const route = `${request.method} ${request.url}`;
  if (route === "GET /") {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    // All that a strict page has to allow: the script of the element, and its frame.
    response.setHeader(
      "Content-Security-Policy",
      `default-src 'self'; script-src 'self' ${MUSTER_URL}; frame-src ${MUSTER_URL}; style-src 'self'; base-uri 'none'`,
    );
    response.end(page("page.html"));
  } else if (route === "GET /page.css" || route === "GET /page.js") {
    response.setHeader("Content-Type", route.endsWith(".css") ? "text/css" : "text/javascript");
    response.end(page(route.slice("GET /".length)));
  } else if (route === "POST /import-token") {
    const made = await importToken(signedInUser(request));
    response.statusCode = made.status;
    response.setHeader("Content-Type", "application/json");
    response.end(await made.text());
  } else {
    response.statusCode = 404;
    response.end();
  }
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.statusCode = 502;
    response.end();
  });
});
let origin = "";
server.listen(Number(PORT), HOST, () => {
  origin = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  console.log(`Acme listens on ${origin} and imports into ${MUSTER_URL}.`);
});
