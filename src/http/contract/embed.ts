/** The import wizard in pages of other products. */
import { z } from "@hono/zod-openapi";
import { EMBED_MINUTES } from "../../app/limits.ts";
import { endpoint } from "./endpoint.ts";
import { moment } from "./shapes.ts";

const { least, usual, most } = EMBED_MINUTES;

export const createEmbedToken = endpoint({
  method: "post",
  path: "/embed/tokens",
  need: "import",
  tag: "Embedding",
  summary: "Make a token with which a page of your product lets one of its users import",
  description:
    "Asked by your server, with an API key. Give the token to `<muster-import>` in the page. It reaches the steps of an import, and of imports only those of the same person; it ends by itself, or with its key.",
  body: z.strictObject({
    origins: z
      .array(z.string())
      .openapi({ description: "Of the pages that may hold the wizard", example: ["https://app.example.com"] }),
    user: z.string().optional().openapi({
      description: "Id or address of your user, without spaces: the history names them, and they see their own imports",
      example: "ann@example.com",
    }),
    member: z.string().optional().openapi({ description: "Instead of `user`: address of the member who imports" }),
    minutes: z
      .number()
      .int()
      .optional()
      .openapi({ description: `${least} to ${most}; ${usual} if unsaid` }),
  }),
  holdsSecret: true,
  answer: z.object({
    token: z.string().openapi({ example: "mse_…" }),
    expiresAt: moment,
    origins: z.array(z.string()).openapi({ description: "As browsers say them" }),
    workspace: z.string(),
  }),
  status: 201,
});
