/** What fields are called, by the keys that an import's columns and changes have them under. */
import { useMemo } from "react";
import { useMappedFields } from "../import/columns/use-mapped-fields.ts";
import { useWords } from "../words/words-provider.tsx";

const RECOGNISED = { match: [] };
const OF_OPPORTUNITY = /^opportunity_kept:/;

/** @param lines what the lines of the import are: `contacts`, `contacts,opportunities` */
export function useFieldLabels(lines: string): (key: string) => string {
  const { importColumns } = useWords();
  const fields = useMappedFields(lines, RECOGNISED);
  return useMemo(() => {
    const labels = new Map(fields.map(({ key, label }) => [key, label]));
    return (key) =>
      labels.get(key) ??
      (OF_OPPORTUNITY.test(key)
        ? importColumns.of.opportunity(key.replace(OF_OPPORTUNITY, ""))
        : key.replace(/^kept:/, "").replaceAll("_", " "));
  }, [fields, importColumns]);
}
