/** Types that a workspace's own field can have. */
import { FIELD_TYPES, type FieldType } from "./field.ts";

/** What only built-in fields are: ids, and what stands for people of the workspace. */
const BUILTIN_ONLY: ReadonlySet<FieldType> = new Set([
  "id",
  "owner",
  "owner_list",
  "manager_list",
  "tags",
  "link",
  "status",
]);

export const CUSTOM_TYPES: readonly FieldType[] = FIELD_TYPES.filter((type) => !BUILTIN_ONLY.has(type));
