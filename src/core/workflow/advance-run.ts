/**
 * What a run does next with its contact: all steps up to the next wait, as data that the store writes in one transaction.
 * Pure, so that a step is either in that transaction or has not happened.
 */
import { listText, parseList } from "../contact/list-text.ts";
import { findMember, type MemberIndex } from "../member/find-member.ts";
import { uniteLists } from "../plan/merge.ts";
import { KEPT_PREFIX } from "../plan/shape.ts";
import type { Effect } from "./effect.ts";
import { escapeForSlack } from "./escape-for-slack.ts";
import { fillTemplate } from "./template.ts";
import type { Workflow, WorkflowStep } from "./workflow.ts";

export type RunContact = {
  /** By field key; lists as their JSON text. */
  readonly values: ReadonlyMap<string, string>;
  /** Public ids, for whoever is told of the contact. */
  readonly ids: { readonly contact: string; readonly import: string; readonly workflow: string };
  readonly rules: WriteRules;
};

/** What holds for imports holds for their workflows. */
export type WriteRules = {
  /** Among whom owners are looked up; null = the workspace has no members, and any text names one. */
  readonly members: MemberIndex | null;
  /** Keys of the fields that connected sources own. */
  readonly owned: ReadonlySet<string>;
};

/**
 * What became of a step. It is left out, and the run goes on, where there was nobody to send it to (`no_email`), they do not want
 * it (`opted_out`), the owner is no member (`no_member`), or a connected source owns the field (`owned`).
 */
type StepResult = "changed" | "unchanged" | "queued" | LeftOutResult;
export const LEFT_OUT = ["no_email", "opted_out", "no_member", "owned"] as const;
export type LeftOutResult = (typeof LEFT_OUT)[number];

export type DoneStep = {
  readonly step: number;
  readonly result: StepResult;
  /** The field that was changed: before and after; null = empty. */
  readonly changes: Readonly<Record<string, readonly [string | null, string | null]>> | null;
  readonly effect: Effect | null;
  /** What receivers know the effect by: made of what caused it, so that the same cause has the same key. */
  readonly key: string;
};

export type Advance = {
  /** `stopped`: the contact is gone, or is not to be touched any more. */
  readonly state: "waiting" | "done" | "stopped";
  /** The step that is to be done next. */
  readonly step: number;
  /** Milliseconds since 1970. */
  readonly dueAt: number;
  readonly done: readonly DoneStep[];
};

/** @param contact null where it is gone */
export function advanceRun(workflow: Workflow, from: number, contact: RunContact | null, now: number): Advance {
  const values = new Map(contact?.values);
  const done: DoneStep[] = [];
  for (let at = from; at < workflow.steps.length; at++) {
    const step = workflow.steps[at];
    if (contact === null || values.get("do_not_touch") === "yes")
      return { state: "stopped", step: at, dueAt: now, done };
    if (step === undefined) break;
    if (step.do === "wait") return { state: "waiting", step: at + 1, dueAt: now + step.ms, done };
    const { ids, rules } = contact;
    const key = `${ids.import}-${ids.workflow}-${ids.contact}-${at + 1}`;
    done.push({ step: at, key, ...doStep(step, { ids, rules, values }) });
    for (const [field, [, after]] of Object.entries(done.at(-1)?.changes ?? {})) {
      if (after === null) values.delete(field);
      else values.set(field, after);
    }
  }
  return { state: "done", step: workflow.steps.length, dueAt: now, done };
}

type Done = Omit<DoneStep, "step" | "key">;

function doStep(step: Exclude<WorkflowStep, { readonly do: "wait" }>, contact: RunContact): Done {
  const { values, rules } = contact;
  switch (step.do) {
    case "add_tag":
      return changed(values, "tags", uniteLists(values.get("tags") ?? "", listText([step.tag])));
    case "remove_tag": {
      const left = parseList(values.get("tags") ?? "").filter((tag) => tag.toLowerCase() !== step.tag.toLowerCase());
      return changed(values, "tags", listText(left));
    }
    case "set_field":
      return rules.owned.has(step.field) ? leftOut("owned") : changed(values, step.field, step.value);
    case "assign_owner": {
      const owner = ownerOf(step.owner, rules);
      return owner === null ? leftOut("no_member") : changed(values, "owner", owner);
    }
    case "send_email":
      return email(step, values);
    case "post_to_slack":
      return sent({ kind: "slack", text: fillTemplate(step.text, values, escapeForSlack) });
    case "call_webhook":
      return sent({ kind: "webhook", url: step.url, body: webhookBody(contact) });
  }
}

function changed(values: ReadonlyMap<string, string>, field: string, after: string): Done {
  const before = values.get(field) ?? "";
  if (before === after) return { result: "unchanged", changes: null, effect: null };
  return { result: "changed", changes: { [field]: [before || null, after || null] }, effect: null };
}

const leftOut = (result: StepResult): Done => ({ result, changes: null, effect: null });

/** Members may have left, or changed their address, since the workflow was written. */
function ownerOf(text: string, { members }: WriteRules): string | null {
  if (members === null) return text;
  const search = findMember(members, text, "both");
  return search.found === "one" ? search.member.email : null;
}

const sent = (effect: Effect): Done => ({ result: "queued", changes: null, effect });

function email(step: Extract<WorkflowStep, { readonly do: "send_email" }>, values: ReadonlyMap<string, string>): Done {
  const to = step.to ?? values.get("email") ?? "";
  if (to === "") return leftOut("no_email");
  if (step.to === null && values.get("email_opt_out") === "yes") return leftOut("opted_out");
  const subject = fillTemplate(step.subject, values).replace(/\s+/g, " ");
  return sent({ kind: "email", to, subject, text: fillTemplate(step.text, values) });
}

function webhookBody({ ids, values }: RunContact): string {
  const fields = [...values].filter(([key]) => !key.startsWith(KEPT_PREFIX));
  const kept = [...values].filter(([key]) => key.startsWith(KEPT_PREFIX));
  return JSON.stringify({
    type: "contact.workflow",
    import: ids.import,
    workflow: ids.workflow,
    contact: {
      id: ids.contact,
      fields: Object.fromEntries(fields.map(([key, value]) => [key, plainValue(value)])),
      kept: Object.fromEntries(kept.map(([key, value]) => [key.slice(KEPT_PREFIX.length), value])),
    },
  });
}

const plainValue = (value: string): string | readonly string[] => {
  const items = value.startsWith("[") ? parseList(value) : [];
  return items.length > 0 ? items : value;
};
