/** `export` and `template` from a server. */
import { MANY, type ObjectKind } from "../../core/object/object-kind.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { ExitCode } from "../cli.ts";
import { fieldWords } from "../field-words.ts";
import { writeOutput } from "../output-file.ts";
import { outputFormat } from "../output-format.ts";
import type { Download, Given } from "./remote-server.ts";
import type { RemoteSession, RemoteWork } from "./remote-session.ts";

type OutputWords = { readonly format?: string; readonly out?: string };

export const remoteExport =
  (
    object: ObjectKind,
    options: OutputWords & {
      readonly search?: string;
      readonly filter?: readonly string[];
      readonly fields?: readonly string[];
    },
  ): RemoteWork =>
  (session) => {
    const { search, filter, fields } = options;
    const query = { search, filter, ...fieldsAsked(fields) };
    return writeDownload(session, { what: "export", params: { what: MANY[object] }, query }, options);
  };

/** A server of before knows only `fields`, which no name with a comma fits into. */
function fieldsAsked(fields: readonly string[] | undefined): NonNullable<Given["query"]> {
  const words = fields?.flatMap(fieldWords);
  return words?.some((word) => word.includes(",")) ? { field: words } : { fields: words?.join(",") };
}

export const remoteTemplate =
  (what: string, options: OutputWords & { readonly mode?: string; readonly preset?: string }): RemoteWork =>
  (session) => {
    const { mode, preset } = options;
    return writeDownload(session, { what: "template", params: { what }, query: { mode, preset } }, options);
  };

type Wanted = Pick<Given, "params" | "query"> & { readonly what: Download };

async function writeDownload(
  session: RemoteSession,
  { what, query, ...given }: Wanted,
  options: OutputWords,
): Promise<ExitCode> {
  const { server, terminal } = session;
  const format = outputFormat(terminal, options);
  if (!format.ok) return session.refuse(format.refusal);
  const pieces = await server.download(what, { ...given, query: { ...query, format: format.value } });
  if (!pieces.ok) return session.refuse(pieces.refusal);
  const { out = null } = options;
  const written = await writeOutput(terminal, out, pieces.value);
  if (!written.ok) return session.refuse(written.refusal);
  if (out === null) return 0;
  if (terminal.json) await terminal.printJson({ out, format: format.value });
  else terminal.note(`Written to ${shown(out)}.`);
  return 0;
}
