/** What an account is called. */
import type { ObjectRow } from "../ports.ts";

export const accountName = ({ values }: Pick<ObjectRow, "values">): string =>
  values.get("name") ?? values.get("domain") ?? values.get("external_id") ?? "";
