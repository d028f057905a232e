/** An import of a server as people read it, made of the object that the server answers. */
import { changesSomething } from "../../core/plan/outcome.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { delimiterName } from "../../core/tabular/sniff-format.ts";
import { outcomeLines, partLines, withData } from "../import-text.ts";
import { renderTable } from "../table.ts";
import type { Terminal } from "../terminal.ts";
import { fileSize, number, printable } from "../text.ts";
import type { DetailJson, ImportJson } from "./remote-server.ts";
import type { RemoteSession } from "./remote-session.ts";

/** How its file is read, and where its columns go. */
export function fileText(detail: DetailJson, terminal: Terminal): readonly string[] {
  const { dialect, mapping, evidence } = detail;
  const { format, encoding, delimiter } = dialect;
  const facts = [
    String(format).toUpperCase(),
    ...(encoding === undefined ? [] : [encoding]),
    ...(delimiter === undefined ? [] : [`${delimiterName(delimiter)}-separated`]),
  ];
  const rows = mapping.map(({ column, header, target, samples }) => [
    shown(header) || `#${column + 1}`,
    target.to === "field" ? target.field : target.to === "keep" ? "(kept as it is)" : "(ignored)",
    shown(samples[0] ?? ""),
  ]);
  const heads = ["Column", "Field", "Sample"].map((head) => ({ head }));
  return [
    terminal.style("bold", `${shown(detail.file)}  ${fileSize(detail.bytes)}`),
    `  ${printable(facts.join(", "))}.`,
    "",
    ...renderTable(heads, rows, terminal.width - 2).map(
      (line, at) => `  ${at === 0 ? terminal.style("dim", line) : line}`,
    ),
    ...(evidence.length > 0 ? ["", ...evidence.map((says) => `  ${printable(says)}`)] : []),
  ];
}

type Explanations = Readonly<Record<string, { readonly title: string; readonly fix: string }>>;

/** The five outcomes, and problems with what to do about them. */
export function ledgerText(
  { outcomes, lines, blankLines, problems, warnings, state, parts }: ImportJson,
  explanations: Explanations,
  terminal: Terminal,
): readonly string[] {
  const section = (head: string, counts: ImportJson["problems"]): readonly string[] => {
    const codes = Object.entries(counts).sort(([, a], [, b]) => b - a);
    if (codes.length === 0) return [];
    const width = Math.max(...codes.map(([, of]) => number(of).length));
    return [
      "",
      terminal.style("bold", head),
      ...codes.flatMap(([code, of]) => [
        `  ${number(of).padStart(width)}  ${printable(explanations[code]?.title ?? "")} ${terminal.style("dim", `(${code})`)}`,
        `  ${" ".repeat(width)}  ${printable(explanations[code]?.fix ?? "")}`,
      ]),
    ];
  };
  return [
    ...outcomeLines({ outcomes, read: lines, blank: blankLines }, terminal),
    ...partLines(parts),
    ...section(`Problems: these lines ${state === "planned" ? "would not be" : "were not"} written`, problems),
    ...section("Warnings: what was left out or put right in lines that are accounted for", warnings),
  ];
}

/** The commands that come next, as they can be copied. */
export function nextText(
  { import: id, state, outcomes, accounts }: ImportJson,
  { config, terminal }: Pick<RemoteSession, "config" | "terminal">,
): readonly string[] {
  const next: (readonly [command: string, what: string])[] = [
    ...(state === "planned" ? [[`muster resume ${id}`, "import it"] as const] : []),
    ...(state === "interrupted" ? [[`muster resume ${id}`, "go on where it stopped"] as const] : []),
    ...(outcomes.failed > 0 ? [[`muster lines ${id} --outcome failed`, "see the lines that failed"] as const] : []),
    ...(["done", "cancelled", "interrupted"].includes(state) && changesSomething({ outcomes, accounts })
      ? [[`muster undo ${id}`, "take it back"] as const]
      : []),
  ];
  if (next.length === 0) return [];
  const commands = next.map(([command]) => withData(command, config));
  const width = Math.max(...commands.map((command) => command.length));
  return [
    "",
    terminal.style("bold", "Next"),
    ...next.map(([, what], at) => `  ${(commands[at] ?? "").padEnd(width)}  ${terminal.style("dim", what)}`),
  ];
}
