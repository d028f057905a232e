/** The pages that describe the API to people: Swagger UI over the OpenAPI document, and the catalogue of problems. */
import { html, raw } from "hono/html";
import type { CatalogueEntry } from "../core/problem/catalogue-entry.ts";

/** Its scripts come from here too: no page loads anything from elsewhere. */
export const docsPage = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Muster API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>`;

export const docsStart = `SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#docs", deepLinking: true, docExpansion: "none" });\n`;

export const problemsPage = (problems: Readonly<Record<string, CatalogueEntry>>) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Muster: problems</title>
  </head>
  <body>
    <h1>Problems</h1>
    <p>Every code that the API, the pages, the command line and the files of lines with errors use.</p>
    ${raw(
      Object.entries(problems)
        .map(
          ([code, { title, cause, fix }]) =>
            html`<section id="${code}"><h2>${title}</h2><p><code>${code}</code></p><p>${cause}</p><p>${fix}</p></section>`,
        )
        .join("\n"),
    )}
  </body>
</html>`;
