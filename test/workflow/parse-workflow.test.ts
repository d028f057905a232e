/** What a workflow's document may say: a table of documents that are taken, and of what is said of the others. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import type { Field } from "../../src/core/contact/field.ts";
import { valueSettingsOf } from "../../src/core/contact/value-settings.ts";
import { muster } from "../../src/core/policy/presets/muster.ts";
import { parseDuration, renderDuration } from "../../src/core/workflow/duration.ts";
import { parseWorkflow } from "../../src/core/workflow/parse-workflow.ts";
import { STEP_KINDS, stepWords, workflowJson } from "../../src/core/workflow/workflow.ts";

const PLAN: Field = { key: "plan", label: "Plan", type: "single_choice", builtin: false, options: ["Gold", "Silver"] };
const schema = { fields: [...BUILTIN_FIELDS, PLAN], settings: valueSettingsOf(muster.policy) };
const parsed = (...steps: readonly unknown[]) => parseWorkflow({ name: "Welcome", steps }, schema);

test("the example has steps of every kind but one, and reads back from what it is shown as (C-O1)", () => {
  const path = fileURLToPath(new URL("../../examples/welcome.workflow.json", import.meta.url));
  const example = parseWorkflow(JSON.parse(readFileSync(path, "utf8")), schema);
  if (!example.ok) throw new Error(example.refusal.message);
  const kinds = new Set(example.value.steps.map((step) => step.do));
  expect(STEP_KINDS.filter((kind) => !kinds.has(kind))).toEqual(["set_field"]);
  expect(parseWorkflow(JSON.parse(JSON.stringify(workflowJson(example.value))), schema)).toEqual(example);
  expect(example.value.steps.map(stepWords)[3]).toBe("wait 2d");
});

describe("values are read as cells are", () => {
  test.each([
    [
      { do: "set_field", field: "Birthday", value: "1990-02-03" },
      { field: "birthday", value: "1990-02-03" },
    ],
    [
      { do: "set_field", field: "plan", value: "gold" },
      { field: "plan", value: "Gold" },
    ],
    [
      { do: "set_field", field: "Phone Intent Score", value: 87 },
      { field: "phone_intent_score", value: "87" },
    ],
    [
      { do: "set_field", field: "job_title", value: null },
      { field: "job_title", value: "" },
    ],
    [
      { do: "set_field", field: "dnt", value: "Yes" },
      { field: "do_not_touch", value: "yes" },
    ],
    [{ do: "wait", for: "1 week 2 days" }, { ms: 9 * 86_400_000 }],
    [{ do: "assign_owner", owner: " Sales@Example.com " }, { owner: "sales@example.com" }],
    [{ do: "send_email", to: "Team@EXAMPLE.com", subject: "s", text: "t" }, { to: "Team@example.com" }],
  ])("%j", (step, expected) => {
    const workflow = parsed(step);
    expect(workflow).toMatchObject({ ok: true, value: { steps: [expected] } });
  });
});

describe("what cannot be done is refused, and the step is named", () => {
  test.each([
    ["no object", "hello", /Step 1: a step is an object/],
    ["an unknown step", { do: "send_sms" }, /Step 1: “do” is one of add_tag, /],
    ["a mistyped key", { do: "add_tag", tags: "x" }, /add_tag takes tag, and nothing called “tags”/],
    ["an empty tag", { do: "add_tag", tag: " " }, /one tag/],
    ["an unknown field", { do: "set_field", field: "shoe_size", value: "44" }, /no field "shoe_size"/],
    ["a field that people are known by", { do: "set_field", field: "email", value: "a@b.co" }, /recognised by Email/],
    ["who is the main contact", { do: "set_field", field: "main_contact", value: "yes" }, /does not set it/],
    ["the id", { do: "set_field", field: "id", value: "1" }, /recognised by/],
    ["a value the field cannot hold", { do: "set_field", field: "plan", value: "Bronze" }, /not one that Plan/],
    ["taking back Do Not Touch", { do: "set_field", field: "dnt", value: "no" }, /does not take back Do Not Touch/],
    ["clearing an opt-out", { do: "set_field", field: "email_opt_out", value: "" }, /does not take back Email opt-out/],
    ["no time to wait", { do: "wait", for: "0s" }, /length of time/],
    ["a thousand years", { do: "wait", for: "365000 days" }, /length of time/],
    ["a subject of two lines", { do: "send_email", subject: "a\nBcc: x@y.co", text: "t" }, /one line/],
    ["a recipient that is none", { do: "send_email", to: "everybody", subject: "s", text: "t" }, /email address/],
    ["an unknown place", { do: "post_to_slack", text: "Hi {{nickname}}" }, /\{\{nickname\}\} is the key of no field/],
    ["a file as webhook", { do: "call_webhook", url: "file:///etc/passwd" }, /web address/],
    ["a webhook with a password", { do: "call_webhook", url: "https://a:b@example.com/" }, /web address/],
  ])("%s", (_, step, message) => {
    const refused = parsed(step);
    expect(refused).toMatchObject({ ok: false, refusal: { code: "workflow_invalid" } });
    if (!refused.ok) expect(refused.refusal.message).toMatch(message);
  });

  test.each([
    ["no document", null],
    ["a list", []],
    ["no name", { steps: [{ do: "add_tag", tag: "x" }] }],
    ["the name none", { name: "None", steps: [{ do: "add_tag", tag: "x" }] }],
    ["the name of an id", { name: "wfl_0123456789", steps: [{ do: "add_tag", tag: "x" }] }],
    ["a name with a line end", { name: "a\nb", steps: [{ do: "add_tag", tag: "x" }] }],
    ["no steps", { name: "x", steps: [] }],
    ["51 steps", { name: "x", steps: Array.from({ length: 51 }, () => ({ do: "add_tag", tag: "x" })) }],
    ["another key", { name: "x", steps: [{ do: "add_tag", tag: "x" }], trigger: "import" }],
  ])("%s", (_, document) => {
    expect(parseWorkflow(document, schema)).toMatchObject({ ok: false, refusal: { code: "workflow_invalid" } });
  });

  test("any JSON is taken or refused, and what is taken reads back", () => {
    const step = fc.record({
      do: fc.constantFrom(...STEP_KINDS, "constructor"),
      tag: fc.string(),
      for: fc.constantFrom("1d", "x", ""),
      text: fc.string(),
    });
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ name: fc.string(), steps: fc.array(step) })), (document) => {
        const workflow = parseWorkflow(document, schema);
        if (workflow.ok) expect(parseWorkflow(workflowJson(workflow.value), schema)).toEqual(workflow);
      }),
    );
  });
});

test("a length of time that is shown reads back as itself", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000_000 }), (seconds) => {
      expect(parseDuration(renderDuration(seconds * 1000))).toBe(seconds * 1000);
    }),
  );
});
