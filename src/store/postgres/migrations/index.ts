/** Every migration in its order; the number of those applied is the schema's version. A migration is never changed. */
import { firstSchema } from "./0001-first-schema.ts";

export const migrations: readonly string[] = [firstSchema];
