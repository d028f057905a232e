/** How long after a cell of a plan is put right its line says what becomes of it now. */
import { Readable } from "node:stream";
import type { Page } from "playwright-core";
import type { RunningServer } from "../running-server.ts";
import { until } from "./until.ts";

const NEEDED = "Full name,Email,City\n";

/** Lines of which every tenth cannot be an address. */
function* lines(rows: number): Iterable<string> {
  yield NEEDED;
  for (let row = 0; row < rows; row++)
    yield `Person ${row},${row % 10 === 5 ? `person.${row}@` : `person.${row}@plan.example`},Oslo\n`;
}

type Planned = { readonly import: string };

/** Milliseconds, for each of these corrections. */
export async function fixCells(
  page: Page,
  server: RunningServer,
  { rows, times }: { readonly rows: number; readonly times: number },
): Promise<readonly number[]> {
  const body = Readable.from(lines(rows), { objectMode: false });
  const sent = await server.ask("/imports?name=plan.csv&dryRun=true&wait=55", {
    ...{ method: "POST", type: "application/octet-stream", body },
  });
  const { import: id } = sent.json as Planned;
  await page.goto(`/import/${id}/check`);
  const took: number[] = [];
  for (let time = 0; time < times; time++) {
    const line = 7 + time * 10;
    const cell = page.getByRole("gridcell", { name: `person.${line - 2}@`, exact: true });
    await cell.dblclick();
    const box = page.getByRole("textbox", { name: new RegExp(`line ${line}$`) });
    await box.fill(`person.${line - 2}@plan.example`);
    await page.evaluate(WATCH);
    await box.press("Enter");
    await until(page, "globalThis.plannedAt !== null");
    took.push(await page.evaluate("globalThis.plannedAt - globalThis.enteredAt"));
    await box.waitFor({ state: "detached" });
  }
  return took;
}

const WATCH = `
  globalThis.enteredAt = null;
  globalThis.plannedAt = null;
  addEventListener("keydown", ({ key }) => key === "Enter" && (globalThis.enteredAt = performance.now()), { once: true, capture: true });
  const needs = () => document.querySelector("[aria-pressed] , [data-outcome]") && document.body.innerText.match(/(\\d[\\d,.]*)\\s*need you/)?.[1];
  const before = needs();
  new MutationObserver((_, watch) => {
    if (needs() === before) return;
    globalThis.plannedAt = performance.now();
    watch.disconnect();
  }).observe(document.body, { childList: true, subtree: true, characterData: true });`;
