/** Workflows, what they send, and people who may be one. */
import { z } from "@hono/zod-openapi";
import { EFFECT_STATES } from "../../core/workflow/effect-state.ts";
import { endpoint } from "./endpoint.ts";
import { moment, page, pageQuery, repeated } from "./shapes.ts";

const list = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item) });
const workflows = { tag: "Workflows" } as const;

const workflowShape = z
  .looseObject({
    workflow: z.string().openapi({ example: "wfl_0123456789" }),
    name: z.string(),
    steps: z.array(z.looseObject({})),
    default: z.boolean(),
    changedAt: moment,
  })
  .openapi("Workflow");

const document = z.looseObject({ name: z.string(), steps: z.array(z.unknown()) });

export const listWorkflows = endpoint({
  ...workflows,
  method: "get",
  path: "/workflows",
  need: "read",
  summary: "Workflows that an import's new contacts can be queued into",
  answer: list(workflowShape),
});

export const addWorkflow = endpoint({
  ...workflows,
  method: "post",
  path: "/workflows",
  need: "change_workflows",
  summary: "Add a workflow",
  body: document,
  answer: workflowShape,
  status: 201,
});

export const changeWorkflow = endpoint({
  ...workflows,
  method: "put",
  path: "/workflows/{id}",
  need: "change_workflows",
  summary: "Give a workflow other steps; contacts that are queued go on with those they had",
  body: document,
  answer: workflowShape,
});

export const removeWorkflow = endpoint({
  ...workflows,
  method: "delete",
  path: "/workflows/{id}",
  need: "change_workflows",
  summary: "Remove a workflow; contacts that are queued go on with it",
  answer: null,
});

export const listQueues = endpoint({
  ...workflows,
  method: "get",
  path: "/workflows/queues",
  need: "read",
  summary: "For each import that has queued its new contacts: how many wait, are done, were stopped or left out",
  answer: list(z.looseObject({ import: z.string(), workflow: z.string(), name: z.string(), state: z.string() })),
});

const effects = { tag: "Effects" } as const;

const effectShape = z
  .looseObject({
    effect: z.string().openapi({ example: "eff_0123456789" }),
    key: z.string().openapi({ description: "The same at every attempt" }),
    kind: z.string(),
    to: z.string(),
    subject: z.string().optional().openapi({ description: "Of a mail that is not sent yet" }),
    state: z.enum(EFFECT_STATES),
    attempts: z.number().int(),
    notBefore: moment,
    createdAt: moment,
    sentAt: moment.nullable(),
    error: z.string().nullable(),
  })
  .openapi("Effect");

export const listEffects = endpoint({
  ...effects,
  method: "get",
  path: "/effects",
  need: "read",
  summary: "Mails, posts and calls: what was sent, is held, failed or was given up",
  query: pageQuery.extend({ state: repeated, import: z.string().optional() }),
  answer: page(effectShape),
});

const pick = z.strictObject({
  effect: z.string().optional(),
  import: z.string().optional().openapi({ description: "All that this import has caused" }),
  all: z.literal(true).optional(),
});

export const retryEffects = endpoint({
  ...effects,
  method: "post",
  path: "/effects/retry",
  need: "change_effects",
  summary: "Send at once what is held, failed or given up",
  body: pick,
  answer: z.object({ retried: z.number().int() }),
});

export const cancelEffects = endpoint({
  ...effects,
  method: "post",
  path: "/effects/cancel",
  need: "change_effects",
  summary: "Never send what is held, failed or given up",
  body: pick,
  answer: z.object({ cancelled: z.number().int() }),
});
