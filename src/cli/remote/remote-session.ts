/** What a command works with where `--server` names a server: its questions instead of a data folder. */
import type { Config } from "../../config.ts";
import type { Refusal, Result } from "../../core/problem/refusal.ts";
import type { ExitCode } from "../exit-code.ts";
import type { Terminal } from "../terminal.ts";
import { printable } from "../words/text.ts";
import type { RemoteServer } from "./remote-server.ts";

export type RemoteSession = {
  readonly server: RemoteServer;
  /** Commands that are shown name the server by it. */
  readonly config: Config;
  readonly terminal: Terminal;
  /** Prints why not, and answers the exit code. */
  readonly refuse: (refusal: Refusal) => Promise<ExitCode>;
};

export type RemoteWork = (session: RemoteSession) => Promise<ExitCode>;

/** The answer as a machine reads it, or in words, whatever the server has put among them. */
export async function say<T>(
  { terminal, refuse }: RemoteSession,
  answer: Result<T>,
  words: { readonly json: (value: T) => unknown; readonly text: (value: T) => string },
): Promise<ExitCode> {
  if (!answer.ok) return refuse(answer.refusal);
  if (terminal.json) await terminal.printJson(words.json(answer.value));
  else await terminal.print(printable(words.text(answer.value)));
  return 0;
}
