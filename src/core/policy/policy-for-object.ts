/** What the workspace's policy means for files of other things than contacts: what they are recognised by, and what they need. */
import type { ObjectKind } from "../object/object-kind.ts";
import type { EffectivePolicy } from "./effective-policy.ts";

/** The id of a pipeline that is not known here does not say how it is called: `pipeline_name` has to. */
const STAGE_NEEDS = [
  ["pipeline_name", "stage_name"],
  ["pipeline_id", "stage_name"],
];

export function policyForObject(policy: EffectivePolicy, object: ObjectKind): EffectivePolicy {
  switch (object) {
    case "contact":
      return policy;
    case "account":
      return {
        ...policy,
        match: accountMatch(policy),
        requiredToCreate: [["name"], ["external_id"]],
        splitNames: false,
      };
    case "opportunity":
      return { ...unlikeContacts(policy), match: ["id", "external_id", "name"], requiredToCreate: [["name"]] };
    case "pipeline":
    case "stage":
      return { ...unlikeContacts(policy), match: ["id", "name"], requiredToCreate: STAGE_NEEDS };
  }
}

/** A domain alone is shared by the branches of a company: it finds accounts for contacts, and never says which one a line is. */
const accountMatch = ({ accountMatch }: EffectivePolicy): EffectivePolicy["match"] =>
  accountMatch.includes("id")
    ? accountMatch.filter((key) => key !== "domain")
    : ["id", ...accountMatch.filter((key) => key !== "domain")];

/**
 * What a workspace does about people whom it has already says nothing of deals: what is found is changed, unless the mode only
 * creates. What an import says itself counts for its own rows.
 */
const unlikeContacts = (policy: EffectivePolicy): EffectivePolicy => ({
  ...policy,
  onMatch: policy.saysOnMatch && policy.onMatch !== "duplicate" ? policy.onMatch : foundAgain(policy),
  onContradiction: "fail",
  splitNames: false,
});

const foundAgain = ({ mode, onMatch }: EffectivePolicy): EffectivePolicy["onMatch"] =>
  mode === "create" ? (onMatch === "fail" ? "fail" : "skip") : "update";

/**
 * The contacts of a file of contacts and their opportunities. The mode is about the opportunities: each line's contact is
 * found or made once, and its lines say it together. Where opportunities are only updated, nobody is made.
 */
export const policyForTheirContacts = (policy: EffectivePolicy): EffectivePolicy => ({
  ...policy,
  mode: policy.mode === "update" ? "update" : "both",
  onMatch: policy.onMatch === "duplicate" ? "duplicate" : "update",
  inFile: "merge",
});

/** The policy that both parts of such a file were read under, of what each of them made of it. */
export const policyOfBoth = (contacts: EffectivePolicy, opportunities: EffectivePolicy): EffectivePolicy => ({
  ...contacts,
  mode: opportunities.mode,
  onMatch: contacts.onMatch === "duplicate" ? "duplicate" : opportunities.onMatch,
  inFile: opportunities.inFile,
});
