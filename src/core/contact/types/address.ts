/** A postal address in one cell: its lines stay lines, each with single spaces and without blank lines between. */
import type { Reading } from "../unreadable.ts";
import { cleanLines, collapseLine } from "./clean-text.ts";

export function normaliseAddress(raw: string): Reading {
  const text = cleanLines(raw);
  if (typeof text !== "string" || !text.includes("\n")) return typeof text === "string" ? collapseLine(text) : text;
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    const clean = collapseLine(line);
    if (typeof clean === "string" && clean !== "") lines.push(clean);
  }
  return lines.join("\n");
}
