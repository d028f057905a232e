/** Imports the file of an import once more: it is planned anew, and the plan is shown before anything is written. */
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { importedFile, startImport } from "../api/endpoints/imports.ts";
import { useClient } from "../api/workspace-client.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ImportDetail } from "./import-detail.ts";

export function useImportAgain(detail: ImportDetail) {
  const { imports } = useWords();
  const { api } = useClient();
  const navigate = useNavigate();
  return useMutation({
    async mutationFn() {
      notifications.show({ message: imports.againTaking, autoClose: 2500 });
      const response = await api.send(importedFile, { params: { id: detail.import } });
      const body = await response.blob();
      const headers = { "Content-Type": "application/octet-stream" };
      return api.call(startImport, { query: saidOf(detail), body, headers });
    },
    onSuccess: ({ import: id }) => void navigate({ to: "/import/$id/$step", params: { id, step: "check" } }),
  });
}

/** What was said then is said again; where its columns go is remembered by its headers. */
function saidOf({ file, mode, object, dialect, tags, owner, country, dateOrder }: ImportDetail) {
  const { format, encoding, delimiter, header, sheet } = dialect;
  const isText = format === "csv" && encoding !== undefined && delimiter !== undefined;
  return {
    ...{ dryRun: true, name: file, mode: mode as "both", object },
    ...(isText ? { encoding, delimiter, header } : {}),
    ...(sheet === undefined ? {} : { sheet }),
    ...(tags.length === 0 ? {} : { tags: [...tags] }),
    ...(owner === null ? {} : { owner }),
    ...(country === "" ? {} : { country }),
    ...(dateOrder === null ? {} : { dateOrder: dateOrder as "YMD" }),
  };
}
