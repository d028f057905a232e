/** How many lines an import had, and how fast they went in: `299 lines in 0.3 s, 968 lines a second`. */
import type { Effort } from "../../app/view/import-json.ts";
import { count, duration, number } from "./text.ts";

/** Of an import that was gone on with, only the rest went in during that time. */
export function paceText(lines: number, { seconds, linesBefore }: Effort): string {
  const now = lines - linesBefore;
  const rest = linesBefore > 0 ? `, the last ${number(now)} of them` : "";
  const rate = seconds > 0 ? `, ${count(Math.round(now / seconds), "line")} a second` : "";
  return `${count(lines, "line")}${rest} in ${duration(seconds)}${rate}`;
}
