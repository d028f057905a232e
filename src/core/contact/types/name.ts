/** A person's name: the case stays as typed (McDonald, van der Berg, BELL HOOKS), runs of white space become one space. */
import type { Reading } from "../unreadable.ts";
import { collapseLine } from "./clean-text.ts";

export const normaliseName = (raw: string): Reading => collapseLine(raw);
