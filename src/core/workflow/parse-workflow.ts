/** A workflow from a JSON document that somebody wrote: every step is checked before the first contact is queued. */
import { type Field, LIST_TYPES } from "../contact/field.ts";
import { OPT_OUTS } from "../contact/opt-outs.ts";
import { normaliseEmail } from "../contact/types/email.ts";
import { valueReader } from "../contact/value-reader.ts";
import type { ValueSettings } from "../contact/value-settings.ts";
import { resolveField } from "../mapping/resolve-field.ts";
import { compileShape } from "../plan/shape.ts";
import { accept, type Refused, type Result, refuseWith } from "../problem/refusal.ts";
import { shown } from "../problem/shown-text.ts";
import { parseDuration } from "./duration.ts";
import { placesIn } from "./template.ts";
import { hostOfAddress } from "./web-address.ts";
import { STEP_KINDS, type Workflow, type WorkflowStep } from "./workflow.ts";

/** What the steps may name. */
export type WorkflowSchema = { readonly fields: readonly Field[]; readonly settings: ValueSettings };

/** A policy key holds the name of the default one. */
const MAX_NAME = 40;
const MAX_STEPS = 50;
const MAX_TAG = 200;
const MAX_TEXT = 10_000;
const MAX_URL = 2_000;

export function parseWorkflow(json: unknown, schema: WorkflowSchema): Result<Workflow> {
  if (!isObject(json)) return invalid("A workflow is an object with a name and a list of steps.");
  const unknown = Object.keys(json).find((key) => key !== "name" && key !== "steps");
  if (unknown !== undefined) return invalid(`A workflow has a name and steps, and nothing called “${shown(unknown)}”.`);
  const name = typeof json.name === "string" ? json.name.trim() : "";
  const wrong = wrongName(name);
  if (wrong !== null) return invalid(wrong);
  if (!Array.isArray(json.steps) || json.steps.length === 0) return invalid("A workflow has at least one step.");
  if (json.steps.length > MAX_STEPS) return invalid(`A workflow has at most ${MAX_STEPS} steps.`);
  const steps: WorkflowStep[] = [];
  for (const [at, given] of json.steps.entries()) {
    const step = parseStep(given, schema);
    if (typeof step === "string") return invalid(`Step ${at + 1}: ${step}`);
    steps.push(step);
  }
  return accept({ name, steps });
}

/** What the name cannot be, or null. `none` is the word for no workflow, `wfl_…` an id. */
function wrongName(name: string): string | null {
  if (name === "" || name.length > MAX_NAME) return `A workflow has a name of 1 to ${MAX_NAME} characters.`;
  if (name !== shown(name)) return "A workflow's name is one line of visible characters.";
  return /^(none|wfl_.*)$/i.test(name) ? `A workflow cannot be called “${shown(name)}”.` : null;
}

type Given = Readonly<Record<string, unknown>>;

/** The step, or what is wrong with it in one sentence. */
function parseStep(given: unknown, schema: WorkflowSchema): WorkflowStep | string {
  if (!isObject(given)) return "a step is an object that says what to do.";
  const kind = STEP_KINDS.find((known) => known === given.do);
  if (kind === undefined) return `“do” is one of ${STEP_KINDS.join(", ")}.`;
  const unknown = Object.keys(given).find((key) => key !== "do" && !TAKES[kind].includes(key));
  if (unknown !== undefined) return `${kind} takes ${TAKES[kind].join(", ")}, and nothing called “${shown(unknown)}”.`;
  return PARSERS[kind](given, schema);
}

const TAKES: Readonly<Record<WorkflowStep["do"], readonly string[]>> = {
  add_tag: ["tag"],
  remove_tag: ["tag"],
  set_field: ["field", "value"],
  assign_owner: ["owner"],
  wait: ["for"],
  send_email: ["to", "subject", "text"],
  post_to_slack: ["text"],
  call_webhook: ["url"],
};

const PARSERS: Readonly<Record<WorkflowStep["do"], (given: Given, schema: WorkflowSchema) => WorkflowStep | string>> = {
  add_tag: (given) => tagStep("add_tag", given),
  remove_tag: (given) => tagStep("remove_tag", given),
  set_field: setFieldStep,
  assign_owner(given, { fields, settings }) {
    const field = fields.find(({ key }) => key === "owner");
    const owner = field === undefined ? "" : valueReader(field, settings)(text(given.owner, MAX_TAG));
    if (typeof owner === "string" && owner !== "") return { do: "assign_owner", owner };
    return `“owner” is the email address or name of a member, and “${shown(String(given.owner ?? ""))}” is none. Name one that muster members lists, add this one (muster members add), or leave the step out.`;
  },
  wait(given) {
    const ms = typeof given.for === "string" ? parseDuration(given.for) : undefined;
    return ms === undefined || ms === 0 ? "“for” is a length of time, such as 30m, 2 days or 1w." : { do: "wait", ms };
  },
  send_email: emailStep,
  post_to_slack(given, schema) {
    const message = text(given.text, MAX_TEXT);
    if (message === "") return "“text” is what the post says.";
    return wrongPlace([message], schema) ?? { do: "post_to_slack", text: message };
  },
  call_webhook(given) {
    const url = text(given.url, MAX_URL);
    return hostOfAddress(url) !== null
      ? { do: "call_webhook", url }
      : "“url” is a web address that begins with https:// or http://, without a name and password.";
  },
};

function tagStep(kind: "add_tag" | "remove_tag", given: Given): WorkflowStep | string {
  const tag = text(given.tag, MAX_TAG);
  return tag === "" || tag.includes("\n") ? `“tag” is one tag of at most ${MAX_TAG} characters.` : { do: kind, tag };
}

function setFieldStep(given: Given, { fields, settings }: WorkflowSchema): WorkflowStep | string {
  if (typeof given.field !== "string") return "“field” is the key of a field.";
  const field = resolveField(given.field, fields);
  if (!field.ok) return field.refusal.message;
  const { key, type, label } = field.value;
  const everything = compileShape([], fields);
  if (type === "id" || everything.isIdentity[everything.index.get(key) ?? -1] === true)
    return `contacts are recognised by ${label}: a workflow does not set it.`;
  if (key === "main_contact") return `${label} is a word of the account: a workflow does not set it.`;
  if (given.value === null || given.value === "") {
    return OPT_OUTS.has(key) ? `a workflow does not take back ${label}.` : { do: "set_field", field: key, value: "" };
  }
  const raw = typeof given.value === "number" ? String(given.value) : text(given.value, MAX_TEXT);
  const value = valueReader(field.value, { ...settings, createOptions: false })(raw);
  if (typeof value !== "string" || value === "")
    return `“value” is not one that ${label} (${type}) can hold${LIST_TYPES.has(type) ? ", parted by commas" : ""}.`;
  if (OPT_OUTS.has(key) && value !== "yes") return `a workflow does not take back ${label}.`;
  return { do: "set_field", field: key, value };
}

function emailStep(given: Given, schema: WorkflowSchema): WorkflowStep | string {
  const subject = text(given.subject, MAX_TAG);
  const body = text(given.text, MAX_TEXT);
  if (subject === "" || subject.includes("\n")) return "“subject” is one line.";
  if (body === "") return "“text” is what the mail says.";
  const wrong = wrongPlace([subject, body], schema);
  if (wrong !== null) return wrong;
  if (given.to === undefined || given.to === null) return { do: "send_email", to: null, subject, text: body };
  const to = typeof given.to === "string" ? normaliseEmail(given.to) : "";
  return typeof to === "string" && to !== ""
    ? { do: "send_email", to, subject, text: body }
    : "“to” is an email address; left out, the mail goes to the contact.";
}

function wrongPlace(texts: readonly string[], { fields }: WorkflowSchema): string | null {
  const known = new Set(fields.map(({ key }) => key));
  const unknown = texts.flatMap(placesIn).find((key) => !known.has(key));
  return unknown === undefined ? null : `{{${shown(unknown)}}} is the key of no field.`;
}

/** Trimmed; `""` for anything that is no text or too long. */
const text = (given: unknown, max: number): string =>
  typeof given === "string" && given.length <= max ? given.trim() : "";

const isObject = (value: unknown): value is Given =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const invalid = (message: string): Refused => refuseWith("workflow_invalid", message);
