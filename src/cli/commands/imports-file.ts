/** `muster imports file IMPORT`: the file of an import, byte for byte as it came. */
import type { Command } from "commander";
import { uploadedFile } from "../../app/import/kept-file.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import type { SharedOptions } from "../../config.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { writeOutput } from "../output-file.ts";
import { examples, withFolderOptions } from "../shared-options.ts";
import { fileSize } from "../words/text.ts";

type Options = SharedOptions & { readonly out?: string };

export function registerImportFile(imports: Command, cli: Cli): void {
  withFolderOptions(
    imports
      .command("file")
      .argument("<import>", "id of the import, or latest")
      .summary("the file of an import, as it was uploaded")
      .description("Writes the file that was imported to stdout or a file, byte for byte as it came."),
  )
    .option("--out <file>", "write to this file instead of stdout")
    .addHelpText(
      "after",
      examples("muster imports file latest --out contacts.csv", "muster imports file imp_0123456789 > contacts.csv"),
    )
    .action((id: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      return cli.look(options, (session) => writeUploaded(session, id, options.out ?? null));
    });
}

async function writeUploaded(session: Session, id: string, out: string | null): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const found = await findImport(ports, workspace, id);
  if (!found.ok) return session.refuse(found.refusal);
  const { source } = found.value.settings;
  const kept = uploadedFile(found.value);
  if (!kept.ok) return session.refuse(kept.refusal);
  const { key, bytes } = kept.value;
  const written = await writeOutput(terminal, out, ownPieces(ports.files.read(key)));
  if (!written.ok) return session.refuse(written.refusal);
  if (out === null) return 0;
  if (terminal.json) await terminal.printJson({ out, name: source.name, bytes });
  else terminal.note(`${shown(source.name)}, ${fileSize(bytes)}, written to ${shown(out)}.`);
  return 0;
}

/** The store uses its buffer again, and an output that is slow still needs what it was given. */
async function* ownPieces(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) yield Uint8Array.from(piece);
}
