/**
 * A table as an Excel workbook, streamed. Every cell is a text in a column that is formatted as text: nothing is a formula,
 * and a telephone number or a postal code that somebody types in keeps its zeros.
 */
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { PIECE_CHARS } from "../../app/limits.ts";
import { textCell } from "../../core/sheet/text-cell.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The format `@`, which is built in. */
const TEXT_FORMAT = 49;
const TEXT_STYLE = 1;
const HEADER_STYLE = 2;

export type Table = AsyncIterable<readonly (readonly string[])[]>;

/** @param rows in batches, the header first */
export async function* writeXlsx(rows: Table, sheet: string): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, xml] of Object.entries(fixedParts(sheet))) zip.addBuffer(Buffer.from(HEAD + xml), name);
  const content = Readable.from(sheetXml(rows), { objectMode: false });
  zip.addReadStream(content, "xl/worksheets/sheet1.xml");
  zip.end();
  // What goes wrong with the rows ends the file too.
  content.on("error", (error) => (zip.outputStream as Readable).destroy(error));
  for await (const piece of zip.outputStream) yield Buffer.from(piece);
}

function fixedParts(sheet: string): Readonly<Record<string, string>> {
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const font = '<font><sz val="11"/><name val="Calibri"/></font>';
  const style = (font: number): string => `<xf numFmtId="${TEXT_FORMAT}" fontId="${font}" applyNumberFormat="1"/>`;
  return {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("workbook", "sheet.main")}${part("worksheets/sheet1", "worksheet")}${part("styles", "styles")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${textCell(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${relation("rId1", "worksheet", "worksheets/sheet1.xml")}${relation("rId2", "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><fonts count="2">${font}${font.replace("<font>", "<font><b/>")}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>${style(0)}${style(1)}</cellXfs></styleSheet>`,
  };
}

async function* sheetXml(rows: Table): AsyncGenerator<Buffer> {
  let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  let line = 0;
  for await (const batch of rows) {
    for (const cells of batch) {
      if (line === 0) {
        text += `<cols><col min="1" max="${cells.length}" width="20" style="${TEXT_STYLE}" customWidth="1"/></cols><sheetData>`;
      }
      line++;
      text += rowXml(cells, line === 1 ? HEADER_STYLE : TEXT_STYLE);
    }
    if (text.length < PIECE_CHARS) continue;
    yield Buffer.from(text);
    text = "";
  }
  yield Buffer.from(`${text}${line === 0 ? "<sheetData>" : ""}</sheetData></worksheet>`);
}

/** Cells stand where they come; an empty one still has its style. */
function rowXml(cells: readonly string[], style: number): string {
  let text = "<row>";
  for (const cell of cells) {
    text +=
      cell === ""
        ? `<c s="${style}"/>`
        : `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${textCell(cell)}</t></is></c>`;
  }
  return `${text}</row>`;
}
