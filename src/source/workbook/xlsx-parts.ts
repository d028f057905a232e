/** The parts of an Excel workbook that have to be known before a sheet can be read: which there are, and what they hold. */

import type { DateSystem } from "../../core/sheet/serial-date.ts";
import { MOST_SHEETS } from "../../core/sheet/sheet-limits.ts";
import type { ZipArchive } from "../archive/zip-archive.ts";
import { damaged } from "../refused-file.ts";
import type { NamedSheet } from "./choose-sheet.ts";
import { readPart } from "./part-text.ts";
import { type Relationship, relationshipsOf } from "./relationships.ts";
import { attribute } from "./xml.ts";

export type WorkbookSheet = NamedSheet & { readonly part: string };

export type XlsxParts = {
  readonly sheets: readonly WorkbookSheet[];
  readonly system: DateSystem;
  /** Null = the workbook has none. */
  readonly texts: string | null;
  readonly styles: string | null;
};

const USUAL_WORKBOOK = "xl/workbook.xml";

/** The workbook's own part, wherever the package puts it; null = the archive is no workbook. */
export async function workbookPart(zip: ZipArchive): Promise<string | null> {
  const relations = await relationshipsOf(zip, "");
  const document = relations.find(({ type, target }) => type === "officeDocument" && zip.has(target));
  return document?.target ?? (zip.has(USUAL_WORKBOOK) ? USUAL_WORKBOOK : null);
}

type Listed = { readonly name: string; readonly state: string; readonly relation: string };

/** Throws `RefusedFile`. */
export async function readXlsxParts(zip: ZipArchive, workbook: string): Promise<XlsxParts> {
  const listed: Listed[] = [];
  let system: DateSystem = 1900;
  await readPart(zip, workbook, {
    open(name, attributes) {
      if (name === "workbookPr" && /^(1|true)$/.test(attribute(attributes, "date1904") ?? "")) system = 1904;
      if (name !== "sheet" || listed.length >= MOST_SHEETS) return;
      const state = attribute(attributes, "state") ?? "visible";
      listed.push({ name: attribute(attributes, "name") ?? "", state, relation: attribute(attributes, "id") ?? "" });
    },
  });
  const relations = await relationshipsOf(zip, workbook);
  const sheets = listed.flatMap((sheet, at) => worksheet(zip, { sheet, at, relations, workbook }));
  if (sheets.length === 0) throw damaged("The workbook lists no worksheet that it holds.");
  const partOf = (type: string, usual: string): string | null =>
    [relations.find((relation) => relation.type === type)?.target, folderOf(workbook) + usual].find(
      (part) => part !== undefined && zip.has(part),
    ) ?? null;
  return {
    sheets,
    system,
    texts: partOf("sharedStrings", "sharedStrings.xml"),
    styles: partOf("styles", "styles.xml"),
  };
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf("/") + 1);

type Placed = {
  readonly sheet: Listed;
  readonly at: number;
  readonly relations: readonly Relationship[];
  readonly workbook: string;
};

/** Charts and dialogs are listed like sheets and hold no cells. Where the relations are missing, the usual name is tried. */
function worksheet(zip: ZipArchive, { sheet, at, relations, workbook }: Placed): readonly WorkbookSheet[] {
  const relation = relations.find(({ id }) => id === sheet.relation);
  if (relation && relation.type !== "worksheet") return [];
  const part = [relation?.target, `${folderOf(workbook)}worksheets/sheet${at + 1}.xml`].find(
    (name) => name !== undefined && zip.has(name),
  );
  const hidden = sheet.state !== "visible";
  if (part !== undefined) return [{ name: sheet.name, hidden, part }];
  throw damaged(`The sheet “${sheet.name}” is missing from the workbook.`);
}
