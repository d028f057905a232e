/** One import of the wizard, as the server has it. */
import { showImport } from "../api/endpoints/imports.ts";
import { useAnswer } from "../api/use-answer.ts";
import type { ShownImport } from "./planned-import.ts";

/** Milliseconds after which it is asked again; false = only when it is opened. */
type Every = number | false | ((shown: ShownImport | undefined) => number | false);

export function useImport(id: string, every: Every = false) {
  const asked = typeof every === "function" ? (answer: unknown) => every(answer as ShownImport | undefined) : every;
  const { data, error, refetch, isFetching } = useAnswer(showImport, { params: { id } }, { every: asked });
  return { shown: data as unknown as ShownImport | undefined, error, refetch, isFetching };
}
