/** Where a command writes: answers on stdout, everything said along the way on stderr, colour only where a terminal shows it. */
import { once } from "node:events";
import type { ReadStream, WriteStream } from "node:tty";
import { styleText } from "node:util";

export type Streams = {
  readonly stdin: NodeJS.ReadStream & Partial<Pick<ReadStream, "isTTY">>;
  readonly stdout: NodeJS.WriteStream & Partial<Pick<WriteStream, "isTTY" | "columns">>;
  readonly stderr: NodeJS.WriteStream & Partial<Pick<WriteStream, "isTTY" | "columns">>;
};

export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

export type TerminalSettings = { readonly json: boolean; readonly quiet: boolean; readonly colour: boolean };

export class Terminal {
  readonly json: boolean;
  readonly quiet: boolean;
  readonly streams: Streams;
  readonly #colour: boolean;

  constructor(streams: Streams, settings: TerminalSettings) {
    this.streams = streams;
    this.json = settings.json;
    this.quiet = settings.quiet;
    this.#colour = settings.colour;
  }

  /** Somebody can be asked: prompts are shown on stderr, so that stdout may go to a file. */
  get isInteractive(): boolean {
    return this.streams.stdin.isTTY === true && this.streams.stderr.isTTY === true;
  }

  /** Characters that fit on a line of stdout; a file or another program takes lines of any length. */
  get width(): number {
    return this.streams.stdout.columns ?? Number.POSITIVE_INFINITY;
  }

  /** Writes as it is to stdout, and waits while the reader is slower. */
  async write(text: string | Uint8Array): Promise<void> {
    if (text.length > 0 && !this.streams.stdout.write(text)) await once(this.streams.stdout, "drain");
  }

  /** Lines on stdout. */
  print(...lines: readonly string[]): Promise<void> {
    return this.write(lines.map((line) => `${line}\n`).join(""));
  }

  printJson(value: unknown): Promise<void> {
    return this.print(JSON.stringify(value));
  }

  /** Something worth knowing along the way; not for --quiet. */
  note(line: string): void {
    if (!this.quiet) this.complain(line);
  }

  /** Something that must be said. */
  complain(line: string): void {
    this.streams.stderr.write(`${line}\n`);
  }

  style(style: Style, text: string): string {
    if (!this.#colour || this.streams.stdout.isTTY !== true) return text;
    return styleText(style, text, { validateStream: false });
  }
}
