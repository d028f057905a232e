/** The fields that an option `--fields` names. */
import { KEPT_PREFIX } from "../core/plan/shape.ts";

/** A name of custom data may hold commas: it is then given in an option of its own. */
export const fieldWords = (text: string): readonly string[] =>
  text.startsWith(KEPT_PREFIX)
    ? [text]
    : text
        .split(",")
        .map((word) => word.trim())
        .filter((word) => word !== "");
