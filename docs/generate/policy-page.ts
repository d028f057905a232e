/** docs/policy.md: every key of the policy with its values, and what each preset says. */
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import { fieldHeader } from "../../src/core/policy/field-header.ts";
import { POLICY_KEY_NAMES, POLICY_KEYS, type PolicyKey } from "../../src/core/policy/policy-keys.ts";
import type { Preset } from "../../src/core/policy/preset.ts";
import { PRESETS } from "../../src/core/policy/presets.ts";
import { renderPolicyValue } from "../../src/core/policy/set-policy.ts";
import { code, generatedFrom, page, prose, table } from "./markdown.ts";

/** What src/core/policy/effective-policy.ts decides. */
const FOLLOWED = [
  "- The mode is what was asked for; unsaid, create and update where the policy allows it, else the first mode it allows.",
  "- In the mode create, an existing contact is changed only if the import itself says `onMatch=update`. In the mode update, `matchUpdate` takes the place of `match`, unless the import itself says `match`.",
  "- `onMatch: ask` without an answer leaves matching contacts as they are, and updates them in the mode update. `emptyCells: ask` without an answer keeps the values.",
  "- With `allowDuplicates`, only the record id and the external id identify a contact.",
].join("\n");

const valueIn = (preset: Preset, key: PolicyKey): string => code(renderPolicyValue(key, preset.policy[key]));

export function policyPage(): string {
  return page([
    generatedFrom("src/core/policy"),
    "# Policy",
    "A policy says how imports of a workspace may behave. A workspace starts from a preset and may change any key: `muster policy set KEY VALUE`. One import may differ: `--set KEY=VALUE`, or `--preset ID` for all keys at once.",
    "## Presets",
    ...presetTables(),
    "## What one import follows",
    FOLLOWED,
    "## Values by preset",
    table(
      ["key", ...PRESETS.map((preset) => code(preset.id))],
      POLICY_KEY_NAMES.map((key) => [
        `[${code(key)}](#${key.toLowerCase()})`,
        ...PRESETS.map((preset) => valueIn(preset, key)),
      ]),
    ),
    "## Keys",
    ...POLICY_KEY_NAMES.map(keySection),
  ]);
}

function presetTables(): readonly string[] {
  return [
    table(
      ["preset", "for"],
      PRESETS.map((preset) => [code(preset.id), preset.says]),
    ),
    table(
      ["preset", "where to import", "id column", "columns of the template"],
      PRESETS.map((preset) => [
        code(preset.id),
        entryOf(preset),
        code(preset.idHeader),
        headersOf(preset).map(code).join(" "),
      ]),
    ),
  ];
}

function entryOf({ labels }: Preset): string {
  const entries = [...new Set([labels.importEntry, labels.importEntryForApi, labels.updateEntry])];
  return `${labels.list} → ${labels.add} → ${entries.join(" or ")}`;
}

const headersOf = (preset: Preset): readonly string[] =>
  preset.templateFields.map((key) => {
    const field = BUILTIN_FIELDS.find((builtin) => builtin.key === key);
    return fieldHeader(preset, field ?? { key, label: key });
  });

function keySection(key: PolicyKey): string {
  const { says, kind, aliases } = POLICY_KEYS[key];
  const others = aliases === undefined ? "" : ` Also understood: ${aliases.map(code).join(", ")}.`;
  return `### ${key}\n\n${prose(says)}\n\nTakes ${prose(kind.takes)}.${others}`;
}
