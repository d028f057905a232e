/** Which sentence of the policy stands where. */
import type { PolicyKey } from "../../../src/core/policy/policy-keys.ts";
import type { SettingsWords } from "../../words/en/settings.ts";

type PolicyGroup = {
  readonly group: keyof SettingsWords["policy"]["group"];
  readonly keys: readonly PolicyKey[];
};

export const POLICY_GROUPS: readonly PolicyGroup[] = [
  { group: "who", keys: ["enabled", "minRole", "modes", "disclaimer"] },
  {
    group: "files",
    keys: [
      "formats",
      "delimiters",
      "header",
      "maxBytes",
      "defaultCountry",
      "dateOrder",
      "multiSeparators",
      "splitNames",
    ],
  },
  { group: "columns", keys: ["unknownColumns", "unmappedAccepted", "createFieldsInImport", "createOptions"] },
  {
    group: "matching",
    keys: ["match", "matchUpdate", "onMatch", "onContradiction", "onNoMatch", "allowDuplicates", "inFile"],
  },
  {
    group: "writing",
    keys: [
      ...([
        "requiredToCreate",
        "phoneReminders",
        "emptyCells",
        "clearFields",
        "clearToken",
        "tags",
        "createTags",
      ] as const),
      ...(["owner", "overrideOwners", "doNotTouch", "lowerOptOuts"] as const),
    ],
  },
  {
    group: "accounts",
    keys: ["accounts", "accountMatch", "mainContact", "authority", "authorityMatrix", "opportunities"],
  },
  { group: "workflow", keys: ["workflow", "defaultWorkflow", "effectHold", "enrichment"] },
];
