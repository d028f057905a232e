/** Asks whether a plan that was shown is to be started: by `import` and `resume`, here and on a server. */
import type { ImportDetail } from "../app/view/import-detail-json.ts";
import type { Config } from "../config.ts";
import { awaitsDisclaimer } from "../core/policy/awaits-disclaimer.ts";
import { DISCLAIMER } from "../core/policy/disclaimer-text.ts";
import { catalogue } from "../core/problem/catalogue.ts";
import type { Refusal } from "../core/problem/refusal.ts";
import type { ExitCode } from "./cli.ts";
import { confirmed } from "./confirm.ts";
import { startQuestion } from "./start-question.ts";
import type { Terminal } from "./terminal.ts";
import { withData } from "./words/import-text.ts";
import { printable } from "./words/text.ts";

type Asking = {
  readonly terminal: Terminal;
  readonly config: Config;
  /** The disclaimer was accepted beforehand, by an option, and is not asked for. */
  readonly isAccepted?: boolean | undefined;
  /** Keeps that it was accepted; what refuses that is said, and ends the command. */
  readonly accept: () => Promise<ExitCode | "yes">;
};

/** For somebody at a terminal. */
export async function askStart(
  detail: ImportDetail,
  { terminal, config, isAccepted = false, accept }: Asking,
): Promise<ExitCode | "yes"> {
  const isYes = await confirmed(terminal, startQuestion(detail));
  if (isYes && !awaitsDisclaimer(detail)) return "yes";
  if (isYes && (isAccepted || (await acceptsDisclaimer(terminal)))) return accept();
  terminal.note(`Nothing was written. The plan is kept: ${resumeCommand(detail, config)}`);
  return 0;
}

function acceptsDisclaimer(terminal: Terminal): Promise<boolean> {
  terminal.note(`“${DISCLAIMER}”`);
  return confirmed(terminal, "Do you accept this disclaimer?");
}

/** Where nobody can be asked. */
export const unconfirmed = (detail: ImportDetail, config: Config): Refusal => ({
  code: "confirmation_required",
  message: `${catalogue.confirmation_required.title}. The plan is kept as ${printable(detail.import)}.`,
  fix: `Import it with ${resumeCommand(detail, config)}, or say yes beforehand with --yes.`,
});

const resumeCommand = (detail: ImportDetail, config: Config): string =>
  withData(
    `muster resume ${printable(detail.import)}${awaitsDisclaimer(detail) ? " --accept-disclaimer" : ""}`,
    config,
  );
