/** The fields that the columns of a file may go to, by what its lines are; a line about two objects has the fields of both. */
import { useMemo } from "react";
import type { Field as CoreField } from "../../../src/core/contact/field.ts";
import type { ObjectKind } from "../../../src/core/object/object-kind.ts";
import { jointFields } from "../../../src/core/opportunity/joint-fields.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import { listFields } from "../../api/endpoints/fields.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { Field } from "./field-select.tsx";

/** The lines of a file of pipelines are their stages. */
const OBJECTS: Readonly<Record<string, ObjectKind>> = {
  contacts: "contact",
  accounts: "account",
  opportunities: "opportunity",
  pipelines: "stage",
};

/** What a new field is made for. */
export const ownObject = (lines: string): ObjectKind => OBJECTS[lines] ?? "contact";

/** @param lines what they are: `contacts`, `contacts,opportunities` */
export function useMappedFields(lines: string, policy: Pick<Policy, "match">): readonly Field[] {
  const { importColumns } = useWords();
  const isJoint = lines.includes("opportunities");
  const own = useAnswer(listFields, { query: { object: isJoint ? "contact" : ownObject(lines) } }).data?.items;
  const deals = useAnswer(listFields, { query: { object: "opportunity" } }, { enabled: isJoint }).data?.items;
  const { match } = policy;
  return useMemo(() => {
    if (!isJoint) return own ?? [];
    if (own === undefined || deals === undefined) return [];
    const known = { contact: own as readonly CoreField[], opportunity: deals as readonly CoreField[] };
    const areBoth = lines.startsWith("contacts");
    const contacts = areBoth ? "made" : "found";
    const { fields, partOf } = jointFields(known.contact, known.opportunity, { contacts, policy: { match } });
    return fields.map((field) => {
      const { part = "contact", key = field.key } = partOf.get(field.key) ?? {};
      const label = known[part].find((one) => one.key === key)?.label ?? field.label;
      const isOther = areBoth ? part === "opportunity" : part === "contact";
      return {
        ...{ key: field.key, type: field.type, builtin: field.builtin, options: field.options ?? [] },
        label: isOther ? importColumns.of[part](label) : label,
      };
    });
  }, [own, deals, isJoint, lines, match, importColumns]);
}
