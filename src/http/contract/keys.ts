/** API keys of a workspace. */
import { z } from "@hono/zod-openapi";
import { ROLES } from "../../core/member/member.ts";
import { SCOPES } from "../../core/member/scopes.ts";
import { endpoint } from "./endpoint.ts";
import { moment } from "./shapes.ts";

const keyShape = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    scopes: z.array(z.enum(SCOPES)),
    hint: z.string().openapi({ description: "How the key begins" }),
    createdBy: z.string(),
    createdAt: moment,
    expiresAt: moment.nullable(),
    lastUsedAt: moment.nullable().openapi({ description: "To the minute" }),
    revokedAt: moment.nullable(),
  })
  .openapi("Key");

export const listKeys = endpoint({
  method: "get",
  path: "/keys",
  need: "change_keys",
  tag: "Keys",
  summary: "One's own keys; all of the workspace for admins",
  query: z.object({ revoked: z.stringbool().default(false).openapi({ description: "Those that were revoked too" }) }),
  answer: z.object({ items: z.array(keyShape) }),
});

export const createKey = endpoint({
  method: "post",
  path: "/keys",
  need: "change_keys",
  tag: "Keys",
  summary: "Make a key, which is answered this once",
  body: z.strictObject({
    name: z.string(),
    scopes: z
      .array(z.string())
      .optional()
      .openapi({ description: `Of ${SCOPES.join(", ")}; all but admin if unsaid` }),
    role: z.string().optional().openapi({ description: "Not above one's own" }),
    expires: z.string().optional().openapi({ description: "90d, 2027-01-31 or never; a year if unsaid" }),
  }),
  holdsSecret: true,
  answer: keyShape.extend({ key: z.string().openapi({ example: "mst_…" }) }),
  status: 201,
});

export const revokeKey = endpoint({
  method: "delete",
  path: "/keys/{id}",
  need: "change_keys",
  tag: "Keys",
  summary: "End a key at once, for good",
  answer: keyShape,
});
