/** Which contacts a request means: those that it names, or all that a search and filters leave. */
import { z } from "@hono/zod-openapi";

export const namedContacts = z.strictObject({ contacts: z.array(z.string()).min(1) });

export const matchingContacts = z.strictObject({
  matching: z
    .strictObject({
      search: z.string().optional(),
      filter: z.array(z.string()).default([]),
      except: z.array(z.string()).default([]).openapi({ description: "Ids of contacts that are left out" }),
    })
    .openapi({ description: "All that the search and filters leave, as in the list of contacts; without any, all" }),
});
