/** One import of the wizard, as the server has it. */
import { showImport } from "../api/endpoints/imports.ts";
import { useAnswer } from "../api/use-answer.ts";
import type { ShownImport } from "./planned-import.ts";

export function useImport(id: string, every: number | false = false) {
  const { data, error, refetch, isFetching } = useAnswer(showImport, { params: { id } }, { every });
  return { shown: data as unknown as ShownImport | undefined, error, refetch, isFetching };
}
