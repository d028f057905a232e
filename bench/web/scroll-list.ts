/** How the list keeps up with a wheel: which frames show a part of it without rows. */
import type { Page } from "playwright-core";

export type Scrolled = {
  readonly frames: number;
  /** Of them, those with at least a row's height of nothing. */
  readonly blankFrames: number;
  readonly rows: number;
  /** The longest time between two frames, and the 95th of a hundred. */
  readonly worstMs: number;
  readonly p95Ms: number;
};

const ROW_PX = 36;
/** A quick hand: 120 px for each turn, sixty turns a second. */
const TURN_PX = 120;
const TURN_MS = 16;

/** Looks at each frame after the page has drawn it: which part of the window's rows is covered. */
const WATCH = `
  globalThis.frames = [];
  const grid = document.querySelector("[role=grid]");
  const scroller = grid.parentElement;
  let before = null;
  const look = (now) => {
    const head = grid.querySelector("[role=row]:not([data-index])").getBoundingClientRect();
    const { bottom } = scroller.getBoundingClientRect();
    const rows = [...grid.querySelectorAll("[role=row][data-index]")].map((row) => row.getBoundingClientRect());
    const top = Math.min(...rows.map((row) => row.top));
    const end = Math.max(...rows.map((row) => row.bottom));
    globalThis.frames.push({
      blank: Math.max(0, top - head.bottom, bottom - end),
      ms: before === null ? 0 : now - before,
    });
    before = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);`;

export async function scrollList(page: Page, seconds: number): Promise<Scrolled> {
  await page.goto("/contacts");
  await page.locator("[role=row][data-index]").nth(20).waitFor();
  const box = await page.getByRole("grid").boundingBox();
  if (box === null) throw new Error("the list is not there");
  await page.mouse.move(box.x + 400, box.y + 300);
  await page.evaluate(WATCH);
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const turned = performance.now();
    await page.mouse.wheel(0, TURN_PX);
    await page.waitForTimeout(Math.max(0, TURN_MS - (performance.now() - turned)));
  }
  const frames: readonly { readonly blank: number; readonly ms: number }[] =
    await page.evaluate("globalThis.frames.slice(1)");
  const ms = frames.map((frame) => frame.ms).toSorted((a, b) => a - b);
  const last = await page.locator("[role=row][data-index]").last().getAttribute("data-index");
  return {
    frames: frames.length,
    blankFrames: frames.filter(({ blank }) => blank >= ROW_PX).length,
    rows: Number(last),
    worstMs: ms.at(-1) ?? Number.NaN,
    p95Ms: ms[Math.floor(ms.length * 0.95)] ?? Number.NaN,
  };
}
