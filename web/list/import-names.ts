/** Imports as filters name them: `import=imp_…`, shown by the file and its day. */
import { listImports } from "../api/endpoints/imports.ts";
import { useAnswer } from "../api/use-answer.ts";
import { useFormat } from "../words/use-format.ts";

/** In the address; a field of the workspace with this key would be meant instead. */
export const IMPORT = "import";

/** Older ones are found by their page. */
const OFFERED = { query: { limit: 100 } };

export type ImportName = { readonly value: string; readonly label: string };

export function useImportNames(isWanted: boolean): readonly ImportName[] {
  const format = useFormat();
  const items = useAnswer(listImports, OFFERED, { enabled: isWanted }).data?.items ?? [];
  return items
    .filter(({ state }) => state !== "received" && state !== "planned")
    .map(({ import: value, file, at }) => ({ value, label: `${file} · ${format.moment(at)}` }));
}
