/** What people who are erased are looked for by, and mappings without what their columns held. */
import { parseList } from "../../core/contact/list-text.ts";
import { asSavedMapping, mappingText } from "../workspace/saved-mapping.ts";

/** Email addresses and addresses of profiles, in lower case. @param values of a contact */
export function addressesOf(values: ReadonlyMap<string, string>): readonly string[] {
  const texts = [values.get("email"), values.get("linkedin_url"), ...parseList(values.get("additional_emails") ?? "")];
  return texts.flatMap((text) => (text === undefined || text === "" ? [] : [text.toLowerCase()]));
}

/** Mappings that are offered again show what columns held. @param text of a saved mapping. @returns null = none of the cells */
export function samplesWithout(text: string, cells: ReadonlySet<string>): string | null {
  const saved = asSavedMapping(["", null, text, 0]);
  const isTheirs = (sample: string): boolean => cells.has(sample.trim());
  if (!saved.mapping.some(({ samples = [] }) => samples.some(isTheirs))) return null;
  const mapping = saved.mapping.map(({ samples = [], ...column }) => ({
    ...column,
    samples: samples.filter((sample) => !isTheirs(sample)),
  }));
  return mappingText({ ...saved, mapping });
}
