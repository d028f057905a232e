/** Goes on with imports and undos whose process has died, before a command looks at the data. */

import { abandonedImports } from "../app/import/abandoned-imports.ts";
import type { Ports } from "../app/ports.ts";
import { type Refused, refuseWith } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import type { Interrupts } from "./interrupts.ts";
import type { Terminal } from "./terminal.ts";
import { printable } from "./words/text.ts";

export async function resumeAbandoned(
  ports: Ports,
  terminal: Terminal,
  interrupts: Interrupts,
): Promise<"resumed" | "interrupted"> {
  for (const record of await abandonedImports(ports)) {
    // A worker was asked to do it, and will: whoever only wants to look is not to wait for that.
    if (record.job !== null) continue;
    // Every command looks whether there is any; hardly one has to know how it is done.
    const { goOn } = await import("./go-on.ts");
    const what = record.state === "undoing" ? "The undo of" : "The import";
    terminal.note(`${what} ${record.id} (${shown(record.settings.source.name)}) was cut off: going on with it.`);
    const ended = await goOn(ports, record, { terminal, interrupts }).catch(faultOf);
    if (ended.ok && ["interrupted", "undoing"].includes(ended.value.state)) return "interrupted";
    // Busy: another process was faster, and does it. What stands in the way otherwise does not concern this command.
    if (!ended.ok && ended.refusal.code !== "import_busy") terminal.note(`  ${printable(ended.refusal.message)}`);
  }
  return "resumed";
}

/** One import that cannot go on must not stand in the way of every command. */
function faultOf(error: unknown): Refused {
  const message = error instanceof Error ? error.message : String(error);
  return refuseWith("import_failed", `It cannot go on: ${message}`);
}
