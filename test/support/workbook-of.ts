/** Small workbooks, written by hand so that a test shows the very XML that it is about. */
import { zipOf } from "./zip-of.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type SheetOf = {
  readonly name: string;
  /** What stands in `<sheetData>`. */
  readonly rows: string;
  readonly state?: "hidden" | "veryHidden";
};

export type WorkbookOf = {
  /** A text is the rows of the only sheet. */
  readonly sheets: string | readonly SheetOf[];
  /** What stands in `<sst>`; absent = no such part. */
  readonly texts?: string;
  /** Number formats of the cells' styles, in order; absent = no such part. */
  readonly formats?: readonly string[];
  readonly date1904?: boolean;
  /** Parts to add, or to take the place of those that are made; null = the part is missing. */
  readonly parts?: Readonly<Record<string, string | null>>;
};

export function xlsxParts(workbook: WorkbookOf): Record<string, string> {
  const sheets = typeof workbook.sheets === "string" ? [{ name: "People", rows: workbook.sheets }] : workbook.sheets;
  const parts: Record<string, string | null> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": relations([["rId1", "officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${workbook.date1904 ? '<workbookPr date1904="1"/>' : ""}<sheets>${sheets.map(listed).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations([
      ...sheets.map((_, at) => [`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`] as const),
      ["rId901", "sharedStrings", "sharedStrings.xml"],
      ["rId902", "styles", "styles.xml"],
    ]),
    ...Object.fromEntries(sheets.map(({ rows }, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(rows)])),
    "xl/sharedStrings.xml": workbook.texts === undefined ? null : `${HEAD}<sst xmlns="${MAIN}">${workbook.texts}</sst>`,
    "xl/styles.xml": workbook.formats === undefined ? null : stylesXml(workbook.formats),
    ...workbook.parts,
  };
  return Object.fromEntries(Object.entries(parts).filter((part): part is [string, string] => part[1] !== null));
}

export const xlsxOf = (workbook: WorkbookOf): Promise<Buffer> => zipOf(xlsxParts(workbook));

export const sheetXml = (rows: string): string =>
  `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;

const listed = ({ name, state }: SheetOf, at: number): string =>
  `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ""} r:id="rId${at + 1}"/>`;

export const relations = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join("")}</Relationships>`;

function stylesXml(formats: readonly string[]): string {
  const escaped = formats.map((code) =>
    code.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;"),
  );
  const codes = escaped.map((code, at) => `<numFmt numFmtId="${at + 164}" formatCode="${code}"/>`).join("");
  const styles = formats.map((_, at) => `<xf numFmtId="${at + 164}"/>`).join("");
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${codes}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles}</cellXfs></styleSheet>`;
}

/** Rows of plain texts, as inline strings. */
export const textRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`)
    .join("");

const ODF = "urn:oasis:names:tc:opendocument:xmlns";

export type OdsOf = {
  /** What stands in `<office:spreadsheet>`; text rows are of the only table where it is a text. */
  readonly tables: string;
  readonly styles?: string;
  readonly parts?: Readonly<Record<string, string>>;
};

export const odsOf = ({ tables, styles = "", parts = {} }: OdsOf): Promise<Buffer> =>
  zipOf({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `${HEAD}<office:document-content xmlns:office="${ODF}:office:1.0" xmlns:table="${ODF}:table:1.0" xmlns:text="${ODF}:text:1.0" xmlns:style="${ODF}:style:1.0"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ...parts,
  });
