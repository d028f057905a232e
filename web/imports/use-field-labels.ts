/** What fields are called, by their keys. */
import { useMemo } from "react";
import { listFields } from "../api/endpoints/fields.ts";
import { useAnswer } from "../api/use-answer.ts";

type ObjectKind = "contact" | "account" | "opportunity";

const KINDS: Readonly<Record<string, ObjectKind>> = { accounts: "account", opportunities: "opportunity" };

/** @param lines what the lines of the import are: `contacts`, `accounts` */
export function useFieldLabels(lines: string): (key: string) => string {
  const fields = useAnswer(listFields, { query: { object: KINDS[lines] ?? "contact" } });
  return useMemo(() => {
    const labels = new Map(fields.data?.items.map(({ key, label }) => [key, label]));
    return (key) => labels.get(key) ?? key.replace(/^kept:/, "").replaceAll("_", " ");
  }, [fields.data]);
}
