/** Which fields of a contact are written by hand here: those that mean something under the workspace's policy. */
import { PHONE_DETAILS } from "../../src/core/contact/phone-details.ts";
import { showPolicy } from "../api/endpoints/workspaces.ts";
import { useAnswer } from "../api/use-answer.ts";
import type { ListField } from "../list/list-field.ts";
import { useFields } from "../list/use-fields.ts";

/** What one knows of somebody one has just met. */
const USUAL = ["full_name", "email", "phone", "job_title", "account_name", "tags", "owner"];

export type WrittenFields = {
  /** What matters first, and what a contact cannot be made without. */
  readonly first: readonly ListField[];
  readonly others: readonly ListField[];
};

/** Undefined until it is known. */
export function useWrittenFields(): WrittenFields | undefined {
  const fields = useFields();
  const policy = useAnswer(showPolicy, {}).data?.policy;
  if (policy === undefined || fields.length === 0) return undefined;
  const needed = Array.isArray(policy.requiredToCreate) ? policy.requiredToCreate.flat().map(String) : [];
  const unused = new Set([
    ...PHONE_DETAILS,
    ...(policy.doNotTouch === true ? [] : ["do_not_touch"]),
    ...(policy.mainContact === true && policy.accounts !== "off" ? [] : ["main_contact"]),
  ]);
  const written = fields.filter(({ key, type }) => type !== "id" && !unused.has(key));
  const isFirst = ({ key }: ListField): boolean => USUAL.includes(key) || needed.includes(key);
  return { first: written.filter(isFirst), others: written.filter((field) => !isFirst(field)) };
}
