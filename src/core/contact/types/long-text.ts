/** Notes of any length: lines, blank lines and indentation stay, line ends are `\n` whatever system wrote the file. */
import type { Reading } from "../unreadable.ts";
import { cleanLines } from "./clean-text.ts";

export const normaliseLongText = (raw: string): Reading => cleanLines(raw);
