/** Fields as programs read them. */
import type { Field } from "../../core/contact/field.ts";

export const fieldJson = ({ key, label, type, builtin, options, holdsExternalId }: Field) => ({
  ...{ key, label, type, builtin },
  options: options ?? [],
  externalId: holdsExternalId === true,
});
