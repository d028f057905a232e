/** What a run does with its contact between two waits. */
import { describe, expect, test } from "vitest";
import { indexMembers } from "../../src/core/member/find-member.ts";
import { advanceRun, type WriteRules } from "../../src/core/workflow/advance-run.ts";
import { MOST_ATTEMPTS, retryDelayMs } from "../../src/core/workflow/retry-delay.ts";
import type { WorkflowStep } from "../../src/core/workflow/workflow.ts";

const IDS = { contact: "con_1", import: "imp_1", workflow: "wfl_1" };
const NOW = 1_000_000;

const NO_RULES: WriteRules = { members: null, owned: new Set() };

const run = (
  steps: readonly WorkflowStep[],
  values: Readonly<Record<string, string>>,
  { from = 0, rules = NO_RULES }: { readonly from?: number; readonly rules?: WriteRules } = {},
) => advanceRun({ name: "w", steps }, from, { values: new Map(Object.entries(values)), ids: IDS, rules }, NOW);

test("steps are done up to the next wait, and the run goes on behind it (C-O1)", () => {
  const steps: WorkflowStep[] = [
    { do: "add_tag", tag: "new" },
    { do: "wait", ms: 5_000 },
    { do: "remove_tag", tag: "NEW" },
    { do: "assign_owner", owner: "sales@example.com" },
  ];
  const first = run(steps, { tags: '["vip"]' });
  expect(first).toMatchObject({ state: "waiting", step: 2, dueAt: NOW + 5_000 });
  expect(first.done.map(({ changes }) => changes)).toEqual([{ tags: ['["vip"]', '["vip","new"]'] }]);
  const second = run(steps, { tags: '["vip","new"]' }, { from: 2 });
  expect(second).toMatchObject({ state: "done", step: 4 });
  expect(second.done.map(({ changes }) => changes)).toEqual([
    { tags: ['["vip","new"]', '["vip"]'] },
    { owner: [null, "sales@example.com"] },
  ]);
});

test("what a step has changed the next one sees, and what it finds as it is to be it leaves", () => {
  const { done } = run(
    [
      { do: "set_field", field: "job_title", value: "Buyer" },
      { do: "set_field", field: "job_title", value: "Buyer" },
      { do: "post_to_slack", text: "{{job_title}}" },
    ],
    {},
  );
  expect(done.map(({ result }) => result)).toEqual(["changed", "unchanged", "queued"]);
  expect(done[2]?.effect).toEqual({ kind: "slack", text: "Buyer" });
});

describe("a step does what an import may do", () => {
  const mia = { number: 1, email: "mia@example.com", name: "Mia Key", role: "editor", createdAt: 0 } as const;
  const members = indexMembers([{ ...mia, formerEmails: ["mia@old.example"], removedAt: null }]);

  test.each([
    ["mia@example.com", "changed", "mia@example.com"],
    ["mia key", "changed", "mia@example.com"],
    ["mia@old.example", "changed", "mia@example.com"],
    ["sales@example.com", "no_member", undefined],
  ])("%s as owner where there are members: %s (C-E8)", (owner, result, becomes) => {
    const { state, done } = run([{ do: "assign_owner", owner }], {}, { rules: { ...NO_RULES, members } });
    expect([state, done[0]?.result, done[0]?.changes?.owner?.[1]]).toEqual(["done", result, becomes]);
  });

  test("a field that a connected source owns stays, and the run goes on (C-F5)", () => {
    const steps: WorkflowStep[] = [
      { do: "set_field", field: "job_title", value: "Buyer" },
      { do: "add_tag", tag: "new" },
    ];
    const { done } = run(steps, {}, { rules: { ...NO_RULES, owned: new Set(["job_title"]) } });
    expect(done.map(({ result, changes }) => [result, changes])).toEqual([
      ["owned", null],
      ["changed", { tags: [null, '["new"]'] }],
    ]);
  });
});

describe("nobody is bothered who does not want it (C-I6)", () => {
  const mail: WorkflowStep = { do: "send_email", to: null, subject: "Hi", text: "t" };
  test.each([
    ["Do Not Touch", { do_not_touch: "yes", email: "ann@example.com" }, "stopped", []],
    ["an opt-out of mail", { email_opt_out: "yes", email: "ann@example.com" }, "done", ["opted_out"]],
    ["no address", {}, "done", ["no_email"]],
  ] as const)("%s", (_, values, state, results) => {
    const advance = run([mail], values);
    expect(advance.state).toBe(state);
    expect(advance.done.map(({ result }) => result)).toEqual(results);
    expect(advance.done.every(({ effect }) => effect === null)).toBe(true);
  });

  test("marked in the middle of the workflow, by its own step too", () => {
    const marked = run([{ do: "set_field", field: "do_not_touch", value: "yes" }, mail], { email: "ann@example.com" });
    expect(marked).toMatchObject({ state: "stopped", step: 1 });
  });

  test("a contact that is gone stops the run", () => {
    expect(advanceRun({ name: "w", steps: [mail] }, 0, null, NOW)).toMatchObject({ state: "stopped", done: [] });
  });
});

test("values from a file cannot act in a subject, in Slack, or in a webhook's JSON", () => {
  const nasty = {
    first_name: '<!channel> & "x"\r\nBcc: eve@example.com',
    email: "ann@example.com",
    "kept:__proto__": "p",
  };
  const { done } = run(
    [
      { do: "send_email", to: null, subject: "Hi {{first_name}}", text: "{{last_name|you}}" },
      { do: "post_to_slack", text: "New: {{first_name}}" },
      { do: "call_webhook", url: "https://example.com/" },
    ],
    nasty,
  );
  const [mail, slack, webhook] = done.map(({ effect }) => effect);
  expect(mail).toMatchObject({ subject: 'Hi <!channel> & "x" Bcc: eve@example.com', text: "you" });
  expect(slack).toMatchObject({ text: 'New: &lt;!channel&gt; &amp; "x"\r\nBcc: eve@example.com' });
  const body = JSON.parse(webhook?.kind === "webhook" ? webhook.body : "");
  expect(body.contact).toMatchObject({ id: "con_1", fields: { first_name: nasty.first_name } });
  expect(Object.entries(body.contact.kept)).toEqual([["__proto__", "p"]]);
});

test("an effect's key is made of its cause, and differs by step", () => {
  const steps: WorkflowStep[] = [
    { do: "post_to_slack", text: "a" },
    { do: "post_to_slack", text: "a" },
  ];
  const keys = run(steps, {}).done.map(({ key }) => key);
  expect(keys).toEqual(["imp_1-wfl_1-con_1-1", "imp_1-wfl_1-con_1-2"]);
  expect(run(steps, {}).done.map(({ key }) => key)).toEqual(keys);
});

test("each attempt waits longer than the one before could have, up to six hours", () => {
  const most = 2 ** 32 - 1;
  for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
    expect(retryDelayMs(attempt + 1, 0)).toBeGreaterThanOrEqual(
      Math.min(retryDelayMs(attempt, most), 3 * 3_600_000) - 1,
    );
  }
  expect(retryDelayMs(1, 0)).toBe(15_000);
  expect(retryDelayMs(100, most)).toBeLessThanOrEqual(6 * 3_600_000);
});
