/** Names out of a file as messages list them: the first few in quotes, and how many there are besides. */
import { shown } from "./shown-text.ts";

export function quotedNames(names: readonly string[], most: number): string {
  const more = names.length - most;
  const quoted = names.slice(0, most).map((name) => `“${shown(name)}”`);
  return quoted.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
