/** Which values a column has, and what each becomes in a field, for a file that waits and for one that has its import. */
import type { AnswerOf } from "../../../src/http/contract/endpoint.ts";
import { listImportValues, listUploadValues } from "../../api/endpoints/uploads.ts";
import { useAnswer } from "../../api/use-answer.ts";
import type { optionsOf } from "../said.ts";

type Reading = Omit<ReturnType<typeof optionsOf>, "saveMapping">;

/** Where the file is. */
export type ValuesFrom =
  | { readonly upload: string; readonly reading: Reading }
  | { readonly upload?: undefined; readonly import: string };

export type ColumnValue = AnswerOf<typeof listUploadValues>["values"][number];

/** @param column from 0 */
export function useValues(from: ValuesFrom, column: number, field: string) {
  const isUpload = from.upload !== undefined;
  const id = isUpload ? from.upload : from.import;
  const about = { column, field };
  const ofUpload = useAnswer(
    listUploadValues,
    { params: { id }, query: { ...(isUpload ? from.reading : {}), ...about } },
    { enabled: isUpload },
  );
  const ofImport = useAnswer(listImportValues, { params: { id }, query: about }, { enabled: !isUpload });
  return isUpload ? ofUpload : ofImport;
}
