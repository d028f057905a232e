/** `muster receipt IMPORT` and `muster verify RECEIPT`: what an import did as a document, and whether the workspace still says the same. */
import type { Command } from "commander";
import { isReceipt, makeReceipt, type Receipt, verifyReceipt } from "../../app/import/receipt.ts";
import { RECEIPT_BYTES } from "../../app/limits.ts";
import type { InputFile } from "../../app/ports.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import type { SharedOptions } from "../../config.ts";
import { accept, type Result, refuse, refuseWith } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { refuseImport } from "../import-report.ts";
import { examples, withFolderOptions } from "../shared-options.ts";
import { count, printable } from "../words/text.ts";

export function registerReceipt(program: Command, cli: Cli): void {
  withFolderOptions(
    program
      .command("receipt")
      .argument("<import>", "id of the import, or latest")
      .summary("what an import did, as a document that verify checks")
      .description(
        "Writes the receipt of an import that is done: the digest of its file, how it was read and mapped, its policy and the digest of its ledger. It holds no contacts.",
      ),
  )
    .addHelpText("after", examples("muster receipt latest > receipt.json"))
    .action((id: string, options: SharedOptions) => cli.look(options, (session) => receipt(session, id)));
}

export function registerVerify(program: Command, cli: Cli): void {
  withFolderOptions(
    program
      .command("verify")
      .argument("<receipt>", "file with a receipt; - reads standard input")
      .summary("check a workspace against an import's receipt")
      .description(
        "Checks whether the workspace still says what a receipt says: the stored file byte for byte, its reading and mapping, the policy, and every line of the ledger. Exits with 2 where it does not, and says what differs.",
      ),
  )
    .addHelpText("after", examples("muster verify receipt.json", "muster verify receipt.json --json"))
    .action((path: string, options: SharedOptions) => cli.look(options, (session) => verify(session, path)));
}

async function receipt({ ports, workspace, terminal, ...session }: Session, id: string): Promise<ExitCode> {
  const found = await findImport(ports, workspace, id);
  if (!found.ok) return session.refuse(found.refusal);
  const made = await makeReceipt(ports, workspace, found.value);
  if (!made.ok) return refuseImport({ ports, workspace, terminal, ...session }, found.value.id, made.refusal);
  await terminal.print(JSON.stringify(made.value, null, terminal.json ? 0 : 2));
  return 0;
}

async function verify(session: Session, path: string): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const read = await readReceipt(session, path);
  if (!read.ok) return session.refuse(read.refusal);
  const verified = await verifyReceipt(ports, workspace, read.value);
  if (!verified.ok) return session.refuse(verified.refusal);
  const { differences, erasedLines, notes } = verified.value;
  const { import: id, ledger } = read.value;
  const same = differences.length === 0;
  if (terminal.json) await terminal.printJson({ import: id, verified: same, differences, erasedLines, notes });
  else if (same)
    await terminal.print(
      `${shown(id)} is as its receipt says: ${count(ledger.lines, "line")}${erasedText(erasedLines)}.`,
      ...notes.map((note) => `  ${note}`),
    );
  else {
    const lines = differences.map(({ what, says }) => `  ${what}: ${printable(says)}`);
    terminal.complain([`muster: ${shown(id)} is not as its receipt says:`, ...lines].join("\n"));
  }
  return same ? 0 : 2;
}

const LINES_NAMED = 20;

/** Their outcomes count; what they said is gone. */
function erasedText(lines: readonly number[]): string {
  if (lines.length === 0) return "";
  const named = lines.slice(0, LINES_NAMED).join(", ");
  const more = lines.length > LINES_NAMED ? ` and ${lines.length - LINES_NAMED} more` : "";
  return `, of which ${count(lines.length, "line")} of erased people (${named}${more}) ${lines.length === 1 ? "has its" : "have their"} outcome alone`;
}

/** As the other commands take an import. */
const NAMES_IMPORT = /^(?:latest|imp_[0-9a-z]+)$/i;

async function readReceipt({ ports }: Session, path: string): Promise<Result<Receipt>> {
  const input = await ports.inputs.open(path);
  if (!input.ok) {
    const fix = `verify reads a receipt: muster receipt ${path} > receipt.json, then muster verify receipt.json.`;
    return NAMES_IMPORT.test(path) ? refuse({ ...input.refusal, fix }) : input;
  }
  try {
    return await parseReceipt(input.value);
  } finally {
    await input.value.close();
  }
}

async function parseReceipt(file: InputFile): Promise<Result<Receipt>> {
  const unreadable = refuseWith("receipt_unreadable", `${file.path} holds no receipt.`);
  if (file.size > RECEIPT_BYTES) return unreadable;
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of file.bytes()) text += decoder.decode(piece, { stream: true });
  try {
    const parsed: unknown = JSON.parse(text);
    return isReceipt(parsed) ? accept(parsed) : unreadable;
  } catch {
    return unreadable;
  }
}
