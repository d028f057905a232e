/** Templates: their headers map by themselves and their example row is taken. */
import { afterEach, describe, expect, test } from "vitest";
import { contactsTemplate, templateCsv } from "../../src/app/export/template.ts";
import type { Field } from "../../src/core/contact/field.ts";
import { PRESETS } from "../../src/core/policy/presets.ts";
import { templateFields } from "../../src/core/policy/template-fields.ts";
import { accepted, type TestWorkspace, testWorkspace } from "../support/workspace.ts";

const open: TestWorkspace[] = [];
afterEach(async () => {
  for (const it of open.splice(0)) await it.close();
});

const OWN: readonly Field[] = [
  { key: "plan", label: "Plan", type: "single_choice", builtin: false, options: ["Gold", "Silver"] },
  { key: "interests", label: "Interests", type: "multiple_choice", builtin: false, options: ["Tea", "St. Louis, MO"] },
  { key: "renewal", label: "Renewal date", type: "date", builtin: false },
  { key: "budget", label: "Budget", type: "money", builtin: false },
];

const CASES = PRESETS.flatMap((preset) => preset.policy.modes.map((mode) => [preset.id, mode] as const));

describe("the template", () => {
  test.each(CASES)("of %s in the mode %s maps by itself, and its example row is taken (C-C1)", async (id, mode) => {
    const preset = PRESETS.find((known) => known.id === id);
    if (!preset) throw new Error(id);
    const it = await testWorkspace({ preset: id, policy: { enabled: true } });
    open.push(it);
    for (const field of OWN) accepted(await it.ports.store.fields.add(it.workspace.number, field));
    if (mode === "update") {
      const begin = "email,linkedin_url\nann@example.com,https://www.linkedin.com/in/ann\n";
      await it.import(begin, { mode: "create", disclaimerAccepted: true });
    }
    const text = templateCsv(accepted(await contactsTemplate(it.ports, it.workspace, { mode, preset: null })));
    const record = await it.import(text, { mode, disclaimerAccepted: true });
    expect(record.settings.mapping.map(({ target }) => (target.to === "field" ? target.field : target))).toEqual([
      ...templateFields(preset, mode),
      ...OWN.map(({ key }) => key),
    ]);
    const outcome = mode === "update" ? "unchanged" : "created";
    expect(record.progress?.tally).toMatchObject({ outcomes: { [outcome]: 1 }, problems: {}, warnings: {} });
  });

  test("of another preset has that preset's headers", async () => {
    const it = await testWorkspace();
    open.push(it);
    const text = templateCsv(
      accepted(await contactsTemplate(it.ports, it.workspace, { mode: "update", preset: "prospecting" })),
    );
    expect(text).toMatch(/^\ufeffEG-CON-ID,Contact LinkedIn URL,Account Name,Domain,/);
  });

  test("of a mode that the policy does not allow is refused", async () => {
    const it = await testWorkspace({ preset: "simple-crm" });
    open.push(it);
    expect(await contactsTemplate(it.ports, it.workspace, { mode: "create", preset: null })).toMatchObject({
      ok: false,
      refusal: { code: "mode_not_allowed" },
    });
    expect(await contactsTemplate(it.ports, it.workspace, { mode: null, preset: "nope" })).toMatchObject({
      ok: false,
      refusal: { code: "preset_unknown" },
    });
  });
});
