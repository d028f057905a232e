/** What the workspace's policy means for files of other things than contacts: what they are recognised by, and what they need. */
import type { ObjectKind } from "../object/object-kind.ts";
import type { EffectivePolicy } from "./effective-policy.ts";

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
  }
}

/** A domain alone is shared by the branches of a company: it finds accounts for contacts, and never says which one a line is. */
const accountMatch = ({ accountMatch }: EffectivePolicy): EffectivePolicy["match"] =>
  accountMatch.includes("id")
    ? accountMatch.filter((key) => key !== "domain")
    : ["id", ...accountMatch.filter((key) => key !== "domain")];
