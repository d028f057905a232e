/** Who imported what, when, in which way, and how long it took. */
import { Anchor } from "@mantine/core";
import { downloadLink } from "../api/download-link.ts";
import { importedFile } from "../api/endpoints/imports.ts";
import { useClient } from "../api/workspace-client.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ImportDetail } from "./import-detail.ts";
import classes from "./import-page.module.css";
import { linesText } from "./lines-text.ts";

export function ImportFacts({ detail }: { readonly detail: ImportDetail }) {
  const { imports } = useWords();
  const format = useFormat();
  const client = useClient();
  const { by, at, object, mode, lines, blankLines, seconds, rowsPerSecond, accounts, file, state } = detail;
  const counted = [
    // While it runs, its progress says it.
    ...(lines > 0 && state !== "running" ? [linesText(detail, imports, format.number)] : []),
    ...(blankLines > 0 ? [imports.blankLines(blankLines, format.number(blankLines))] : []),
  ];
  const { created = 0, changed = 0 } = accounts ?? {};
  const [made, altered] =
    state === "planned"
      ? [imports.accountsToMake, imports.accountsToChange]
      : [imports.accountsMade, imports.accountsChanged];
  return (
    <div className={classes.facts}>
      <span>{by}</span>
      <time dateTime={at}>{format.moment(at)}</time>
      <span>{[imports.objects[object] ?? object, imports.modes[mode] ?? mode].join(", ")}</span>
      {counted.length > 0 && <span>{counted.join(", ")}</span>}
      {created > 0 && <span>{made(created, format.number(created))}</span>}
      {changed > 0 && <span>{altered(changed, format.number(changed))}</span>}
      {seconds !== null && (
        <span>
          {imports.took(
            seconds < 1 ? imports.noTime : imports.seconds(format.number(seconds)),
            rowsPerSecond === null ? null : format.number(rowsPerSecond),
          )}
        </span>
      )}
      <Anchor
        size="xs"
        href={downloadLink(client, importedFile, { params: { id: detail.import }, query: {} })}
        download={file}
      >
        {imports.downloadFile}
      </Anchor>
      {state === "planned" && <b>{imports.plan}</b>}
    </div>
  );
}
