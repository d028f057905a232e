/** Words for what an import did, so that scenario tests read as a person would tell them. */
import { afterEach } from "vitest";
import { exportCsv, exportRows } from "../../src/app/export/export-contacts.ts";
import { contactsTemplate, templateCsv } from "../../src/app/export/template.ts";
import type { ImportRecord } from "../../src/app/ports.ts";
import { parseList } from "../../src/core/contact/list-text.ts";
import { OUTCOMES } from "../../src/core/plan/outcome.ts";
import type { ImportMode } from "../../src/core/policy/policy.ts";
import type { Problem } from "../../src/core/problem/problem.ts";
import { encodeId } from "../../src/core/public-id.ts";
import { accepted, type TestOptions, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

/** Opens workspaces that are closed when the test ends. */
export function workspaces(defaults: TestOptions = {}): (options?: TestOptions) => Promise<TestWorkspace> {
  const open: TestWorkspace[] = [];
  afterEach(async () => {
    for (const workspace of open.splice(0)) await workspace.close();
  });
  return async (options = {}) => {
    const workspace = await testWorkspace({ ...defaults, ...options });
    open.push(workspace);
    return workspace;
  };
}

/** `3 created, 1 failed`: the outcomes that occurred. */
export function counts(record: ImportRecord): string {
  const tally = record.state === "planned" ? record.planned : record.progress?.tally;
  return OUTCOMES.filter((outcome) => tally?.outcomes[outcome])
    .map((outcome) => `${tally?.outcomes[outcome]} ${outcome}`)
    .join(", ");
}

/** The ledger, a sentence per line: `3 failed: duplicate_email (line 2)`. */
export async function told(workspace: TestWorkspace, record: ImportRecord): Promise<readonly string[]> {
  const lines = await workspace.lines(record);
  return lines.map(({ line, outcome, problems }) => {
    const words = problems.map(problemWords).join("; ");
    return `${line} ${outcome}${words === "" ? "" : `: ${words}`}`;
  });
}

function problemWords({ code, column, params = {} }: Problem): string {
  const list = (name: string): string => [params[name] ?? []].flat().join(" and ");
  const about = [
    column === undefined ? "" : column,
    params.other === undefined ? "" : `line ${params.other}`,
    list("lines") && `lines ${list("lines")}`,
    (list("contacts") || list("contact")) && `contacts ${list("contacts") || list("contact")}`,
    list("fields"),
    list("missing"),
    list("oneOf") && `one of ${list("oneOf")}`,
  ].filter((text) => text !== "");
  return about.length === 0 ? code : `${code} (${about.join(", ")})`;
}

/** Changed fields of one line as `old -> new`; `-` = empty. */
export async function changesOf(
  workspace: TestWorkspace,
  record: ImportRecord,
  line: number,
): Promise<Readonly<Record<string, string>>> {
  const found = (await workspace.lines(record)).find((entry) => entry.line === line);
  return Object.fromEntries(
    Object.entries(found?.changes ?? {}).map(([field, [before, after]]) => [
      field,
      `${shown(before ?? "")} -> ${shown(after ?? "")}`,
    ]),
  );
}

/** All contacts as a file, as `muster export contacts` writes it. */
export async function exported({ ports, workspace }: TestWorkspace): Promise<string> {
  const all = { search: null, filters: [], fields: null, isReadOnly: false };
  const pages = accepted(await exportRows(ports, workspace, all));
  let text = "";
  for await (const piece of exportCsv(workspace, pages)) text += piece.text;
  return text;
}

/** The template of the workspace's contacts as a file. */
export const templateText = async (
  { ports, workspace }: TestWorkspace,
  mode: ImportMode | null = null,
): Promise<string> => templateCsv(accepted(await contactsTemplate(ports, workspace, { mode, preset: null })));

/** One row per contact, in the order they were made: `Ann Lee | ann@example.com | -`. */
export async function people(workspace: TestWorkspace, ...fields: readonly string[]): Promise<readonly string[]> {
  const contacts = await workspace.contacts();
  return contacts.map(({ values }) => fields.map((field) => shown(values.get(field) ?? "")).join(" | "));
}

/** The id under which people see the contact with this number. */
export const idOf = ({ workspace }: TestWorkspace, contact: number): string =>
  encodeId("con", workspace.idKey, contact);

const shown = (text: string): string => (text.startsWith("[") ? parseList(text).join(", ") : text) || "-";

/** Policy keys for one import, as they are said on the command line. */
export const set = (...pairs: readonly string[]): { readonly set: ReadonlyMap<string, string> } => ({
  set: new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)])),
});
