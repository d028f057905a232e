/** One line on stderr that says how far an import is. Only on a terminal, unless it was asked for. */
import type { JobProgress } from "../app/ports.ts";
import { OUTCOMES } from "../core/plan/outcome.ts";
import type { Terminal } from "./terminal.ts";
import { count, duration, number } from "./words/text.ts";

/** Milliseconds between two looks of the line: ten times a second on a terminal, once a second in a log. */
const REDRAW_MS = 100;
const LOG_MS = 1000;

export type ShownProgress = Omit<JobProgress, "pass"> & { readonly pass: JobProgress["pass"] | "undo" };

export class ProgressLine {
  readonly #terminal: Terminal;
  readonly #isOn: boolean;
  readonly #redraws: boolean;
  #startedAt = performance.now();
  #startedWith: number | null = null;
  #shownAt = 0;
  #pass = "";

  /** @param wanted `--progress` or `--no-progress`; undefined = on a terminal, unless quiet or for a machine */
  constructor(terminal: Terminal, wanted: boolean | undefined, begins = "Looking through the file …") {
    this.#terminal = terminal;
    this.#redraws = terminal.streams.stderr.isTTY === true;
    this.#isOn = wanted ?? (this.#redraws && !terminal.quiet && !terminal.json);
    if (this.#isOn && this.#redraws) terminal.streams.stderr.write(begins);
  }

  show(progress: ShownProgress): void {
    // A server says nothing of the lines before it has counted them.
    if (!this.#isOn || (progress.total === 0 && progress.lines === 0)) return;
    const now = performance.now();
    if (progress.pass !== this.#pass) {
      this.#pass = progress.pass;
      this.#startedAt = now;
      this.#startedWith = null;
    }
    this.#startedWith ??= progress.lines;
    const isLast = progress.lines >= progress.total;
    if (!isLast && now - this.#shownAt < (this.#redraws ? REDRAW_MS : LOG_MS)) return;
    this.#shownAt = now;
    const line = progressText(progress, (now - this.#startedAt) / 1000, progress.lines - this.#startedWith);
    const { stderr } = this.#terminal.streams;
    stderr.write(this.#redraws ? `\r\u001b[K${line.slice(0, (stderr.columns ?? 80) - 1)}` : `${line}\n`);
  }

  clear(): void {
    if (this.#isOn && this.#redraws) this.#terminal.streams.stderr.write("\r\u001b[K");
  }
}

const WORDS: Readonly<Record<ShownProgress["pass"], string>> = {
  look_up: "Looking up profiles",
  plan: "Planning",
  run: "Importing",
  undo: "Taking back",
};

/** @param doneSince lines worked off in these seconds */
function progressText({ pass, lines, total, tally }: ShownProgress, seconds: number, doneSince: number): string {
  const rate = seconds > 0 ? doneSince / seconds : 0;
  const parts = [
    `${WORDS[pass]} ${total > 0 ? Math.floor((100 * lines) / total) : 0}%`,
    `${number(lines)} of ${count(total, "line")}`,
    ...(rate > 0 ? [`${number(Math.round(rate))}/s`] : []),
    ...(rate > 0 && lines < total ? [`${duration((total - lines) / rate)} left`] : []),
    ...OUTCOMES.filter((outcome) => tally.outcomes[outcome] > 0).map(
      (outcome) => `${number(tally.outcomes[outcome])} ${outcome}`,
    ),
  ];
  return parts.join(" · ");
}
