/** What fields are called, by the keys that an import's columns and changes have them under. */
import { useMemo } from "react";
import { besideContact } from "../../src/core/opportunity/joint-fields.ts";
import { useMappedFields } from "../import/columns/use-mapped-fields.ts";
import { KEPT } from "../past/past.ts";
import { useWords } from "../words/words-provider.tsx";

const RECOGNISED = { match: [] };
/** Before the name of custom data of an opportunity, on lines that are about its contact, too. */
const OPPORTUNITY_KEPT = besideContact(KEPT);

/** @param lines what the lines of the import are: `contacts`, `contacts,opportunities` */
export function useFieldLabels(lines: string): (key: string) => string {
  const { importColumns } = useWords();
  const fields = useMappedFields(lines, RECOGNISED);
  return useMemo(() => {
    const labels = new Map(fields.map(({ key, label }) => [key, label]));
    return (key) =>
      labels.get(key) ??
      (key.startsWith(OPPORTUNITY_KEPT)
        ? importColumns.of.opportunity(key.slice(OPPORTUNITY_KEPT.length))
        : key.replace(/^kept:/, "").replaceAll("_", " "));
  }, [fields, importColumns]);
}
