/** What is said of a field that was removed, and of the values that it had. */
import { count } from "./text.ts";

/** @param keptAs the name of the custom data, as it is shown */
export const removedFieldText = (key: string, values: number, keptAs: string): string =>
  `${key} is removed.${values === 0 ? "" : ` ${count(values, "value is", "values are")} kept as custom data, “${keptAs}”.`}`;
