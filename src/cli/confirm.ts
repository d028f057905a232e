/** Asks yes or no on the terminal. Ctrl-C is a no. */
import type { Terminal } from "./terminal.ts";

export async function confirmed(terminal: Terminal, message: string): Promise<boolean> {
  const { confirm } = await import("@clack/prompts");
  const { stdin, stderr } = terminal.streams;
  return (await confirm({ message, input: stdin, output: stderr, initialValue: true })) === true;
}
