/** docs/problems.md: every code of the catalogue, with what happened and what to do. */

import { catalogue } from "../../src/core/problem/catalogue.ts";
import type { CatalogueEntry, ProblemKind } from "../../src/core/problem/catalogue-entry.ts";
import { generatedFrom, page, prose, table } from "./markdown.ts";

const KINDS: readonly { readonly kind: ProblemKind; readonly title: string; readonly says: string }[] = [
  {
    kind: "row",
    title: "Rows",
    says: "The line is not written, unless it is a warning: then the policy has it skipped, or it is written without the cell.",
  },
  { kind: "cell", title: "Cells", says: "The cell is not written; the rest of its line is." },
  {
    kind: "refusal",
    title: "Refusals",
    says: "The file or the request is turned away whole, before anything is written.",
  },
];

export function problemsPage(): string {
  const sections = KINDS.flatMap(({ kind, title, says }) => {
    const entries = Object.entries<CatalogueEntry>(catalogue).filter(([, entry]) => entry.kind === kind);
    const rows = entries.map(([code, entry]) => [
      `<a id="${code}"></a>\`${code}\``,
      ...[entry.title, entry.cause, entry.fix].map(prose),
    ]);
    return [`## ${title}`, says, table(["code", "title", "what happened", "what to do"], rows)];
  });
  return page([
    generatedFrom("src/core/problem"),
    "# Problems",
    "Every finding has a code, the same on the command line, in the API, in the ledger and in the file of lines with errors.",
    ...sections,
  ]);
}
