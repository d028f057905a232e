/** Text of one line, kept as typed. A line break inside the cell becomes a space: the field has one line. */
import type { Reading } from "../unreadable.ts";
import { cleanLine } from "./clean-text.ts";

export const normaliseText = (raw: string): Reading => cleanLine(raw);
