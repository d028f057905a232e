/** Workflows as data: what is done with each new contact of an import, step by step, in order. */
import { renderDuration } from "./duration.ts";

export type WorkflowStep =
  | { readonly do: "add_tag"; readonly tag: string }
  | { readonly do: "remove_tag"; readonly tag: string }
  /** `value`: as the field holds it; `""` = the field is cleared. */
  | { readonly do: "set_field"; readonly field: string; readonly value: string }
  /** A member's e-mail address or name. */
  | { readonly do: "assign_owner"; readonly owner: string }
  | { readonly do: "wait"; readonly ms: number }
  /** `to`: null = the contact. Texts may hold placeholders such as `{{first_name}}`. */
  | { readonly do: "send_email"; readonly to: string | null; readonly subject: string; readonly text: string }
  | { readonly do: "post_to_slack"; readonly text: string }
  | { readonly do: "call_webhook"; readonly url: string };

export const STEP_KINDS = [
  "add_tag",
  "remove_tag",
  "set_field",
  "assign_owner",
  "wait",
  "send_email",
  "post_to_slack",
  "call_webhook",
] as const satisfies readonly WorkflowStep["do"][];

export type Workflow = { readonly name: string; readonly steps: readonly WorkflowStep[] };

/** As it stands in a file: reading it gives the same workflow back. */
export const workflowJson = ({ name, steps }: Workflow) => ({ name, steps: steps.map(stepJson) });

function stepJson(step: WorkflowStep): Readonly<Record<string, string>> {
  if (step.do === "wait") return { do: step.do, for: renderDuration(step.ms) };
  if (step.do !== "send_email") return step;
  const { to, subject, text } = step;
  return { do: step.do, ...(to === null ? {} : { to }), subject, text };
}

/** One step in a few words, for lists: `wait 2d`, `send_email “Welcome”`. */
export function stepWords(step: WorkflowStep): string {
  switch (step.do) {
    case "add_tag":
    case "remove_tag":
      return `${step.do} ${step.tag}`;
    case "set_field":
      return `${step.do} ${step.field} = ${step.value === "" ? "(empty)" : step.value}`;
    case "assign_owner":
      return `${step.do} ${step.owner}`;
    case "wait":
      return `${step.do} ${renderDuration(step.ms)}`;
    case "send_email":
      return `${step.do} “${step.subject}”${step.to === null ? "" : ` to ${step.to}`}`;
    case "post_to_slack":
      return `${step.do} “${step.text}”`;
    case "call_webhook":
      return `${step.do} ${step.url}`;
  }
}
