/** Files that wait for their import and have rows of erased people. They go whole: whoever sent one sends it again without them. */
import { muster } from "../../core/policy/presets/muster.ts";
import { convertSource } from "../import/preparing/convert-source.ts";
import type { ConvertedSource } from "../import/preparing/converted-source.ts";
import { giveUp } from "../import/preparing/receive-file.ts";
import type { WaitingUpload } from "../ports/upload-store.ts";
import type { Ports } from "../ports.ts";
import { sniffTable } from "../table/read-table.ts";
import { storedTable } from "../table/stored-table.ts";
import { holdsOne, rowsNaming } from "./row-extents.ts";

export async function uploadsNaming(
  ports: Ports,
  workspace: number,
  known: ReadonlySet<string>,
): Promise<readonly WaitingUpload[]> {
  const found: WaitingUpload[] = [];
  if (known.size === 0) return found;
  for (const upload of await ports.store.uploads.waiting(workspace))
    if ((await ports.files.has(upload.key)) && (await namesThem(ports, upload, { known, sheet: null })))
      found.push(upload);
  return found;
}

type Look = { readonly known: ReadonlySet<string>; readonly sheet: string | null };

/** What cannot be read as a table has no rows: no import of it can be made either. */
async function namesThem(ports: Ports, upload: WaitingUpload, { known, sheet }: Look): Promise<boolean> {
  const source = { key: upload.key, digest: upload.key, bytes: upload.bytes, name: upload.name };
  const file = await convertSource(ports, source, {
    policy: { formats: muster.policy.formats, maxBytes: null },
    sheet,
  });
  if (file.ok) return tableNamesThem(ports, file.value, known);
  if (file.refusal.code !== "sheet_needed" || sheet !== null) return false;
  for (const name of file.refusal.names ?? []) if (await namesThem(ports, upload, { known, sheet: name })) return true;
  return false;
}

async function tableNamesThem(
  ports: Ports,
  { source, converted }: ConvertedSource,
  known: ReadonlySet<string>,
): Promise<boolean> {
  try {
    const dialect = await sniffTable(storedTable(ports, source), {}, converted);
    if (!dialect.ok) return false;
    const rows = rowsNaming(ports.files, { source, dialect: dialect.value }, (cells) => holdsOne(cells, known));
    for await (const _ of rows) return true;
    return false;
  } finally {
    if (converted !== null) await giveUp(ports, source.key);
  }
}
