/**
 * The sheets of an OpenDocument spreadsheet. All stand one behind the other in one part, so that the one that is read is
 * known to be the only one with values when the part has ended.
 */

import { MOST_COLUMNS, MOST_SHEETS } from "../../core/sheet/sheet-limits.ts";
import { damaged, RefusedFile } from "../refused-file.ts";
import { type NamedSheet, sheetKey } from "./choose-sheet.ts";
import { HiddenRows } from "./hidden-rows.ts";
import { MergedCells } from "./merged-cells.ts";
import { OdsCell } from "./ods-cell.ts";
import { type Attributes, attribute, type XmlHandler } from "./xml.ts";

/** Equal rows are written once. */
export type RepeatedRow = { readonly line: number; readonly cells: readonly string[]; readonly times: number };

type Sheet = NamedSheet & { filled: boolean };

/** Rows of the largest sheet that a program makes. */
const MOST_ROWS = 16_777_216;

export class OdsSheets implements XmlHandler {
  readonly sheets: Sheet[] = [];
  /** The sheet whose rows are taken. */
  chosen: Sheet | null = null;
  /** Of the chosen sheet. */
  readonly hidden = new HiddenRows();
  readonly merged = new MergedCells();
  readonly #asked: string | null;
  readonly #hiddenStyles = new Set<string>();
  #style = "";
  #rows: RepeatedRow[] = [];
  #sheet: Sheet | null = null;
  /** Tables inside of which the reading is; those beyond the first are none of the document's sheets. */
  #tables = 0;
  #links = 0;
  #nextLine = 1;
  #rowTimes = 1;
  #isHidden = false;
  #cells: string[] = [];
  #column = 0;
  /** Cells of the row that are merged over those below. */
  #spanning: { readonly column: number; readonly rows: number }[] = [];
  #cell: OdsCell | null = null;
  #cellTimes = 1;
  #cellRows = 1;
  #isCovered = false;

  /** @param asked name of the sheet; null = the visible one with values */
  constructor(asked: string | null) {
    this.#asked = asked;
  }

  take(): readonly RepeatedRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#cell) this.#cell.open(name, attributes);
    else if (name === "table-cell" || name === "covered-table-cell") this.#openCell(name, attributes);
    else if (name === "table-row") this.#openRow(attributes);
    else if (name === "table") this.#openTable(attributes);
    else if (name === "dde-links") this.#links++;
    else if (name === "style") this.#style = attribute(attributes, "name") ?? "";
    else if (name === "table-properties" && attribute(attributes, "display") === "false")
      this.#hiddenStyles.add(this.#style);
  }

  close(name: string): void {
    if (this.#cell) {
      if (!this.#cell.close()) this.#closeCell(this.#cell);
    } else if (name === "table-row") this.#closeRow();
    else if (name === "table" && this.#links === 0) {
      this.#tables--;
      if (this.#tables === 0) this.#sheet = null;
    } else if (name === "dde-links") this.#links--;
  }

  text(text: string): void {
    this.#cell?.text(text);
  }

  #openTable(attributes: Attributes): void {
    if (this.#links > 0) return;
    if (++this.#tables > 1) return;
    const name = attribute(attributes, "name") ?? "";
    const hidden = this.#hiddenStyles.has(attribute(attributes, "style-name") ?? "");
    this.#sheet = { name, hidden, filled: false };
    this.sheets.push(this.#sheet);
    if (this.sheets.length > MOST_SHEETS) throw damaged("The spreadsheet lists more sheets than any program makes.");
    this.#nextLine = 1;
    if (this.#asked === null || sheetKey(name) !== sheetKey(this.#asked)) return;
    if (this.chosen === null || (name === this.#asked && !this.chosen.filled)) this.chosen = this.#sheet;
  }

  #openRow(attributes: Attributes): void {
    this.#rowTimes = times(attributes, "number-rows-repeated");
    this.#isHidden = /^(?:collapse|filter)$/.test(attribute(attributes, "visibility") ?? "");
    this.#cells = [];
    this.#spanning = [];
    this.#column = 0;
  }

  #closeRow(): void {
    const line = this.#nextLine;
    this.#nextLine += this.#rowTimes;
    const sheet = this.#sheet;
    if (this.#tables !== 1 || !sheet || this.#cells.length === 0) return;
    if (line + this.#rowTimes > MOST_ROWS) throw damaged(`Row ${line} is beyond the last row that a sheet can have.`);
    sheet.filled = true;
    if (this.#asked === null && !sheet.hidden) this.chosen ??= sheet;
    if (sheet !== this.chosen) return;
    this.#rows.push({ line, cells: this.#cells, times: this.#rowTimes });
    if (this.#isHidden) this.hidden.note(line, this.#rowTimes);
    for (const spanning of this.#spanning) this.merged.note({ line, ...spanning });
  }

  #openCell(name: string, attributes: Attributes): void {
    this.#cell = new OdsCell(attributes);
    this.#cellTimes = times(attributes, "number-columns-repeated");
    this.#cellRows = times(attributes, "number-rows-spanned");
    this.#isCovered = name === "covered-table-cell";
  }

  /** A cell that a merged one covers is not seen, whatever it holds. */
  #closeCell(cell: OdsCell): void {
    this.#cell = null;
    const value = this.#isCovered ? "" : cell.value();
    const column = this.#column;
    this.#column += this.#cellTimes;
    if (value === "" || this.#tables !== 1) return;
    if (this.#column > MOST_COLUMNS) {
      throw RefusedFile.of("too_many_columns", `Row ${this.#nextLine} has too many columns.`, this.#nextLine);
    }
    if (this.#cellRows > 1) this.#spanning.push({ column, rows: this.#cellRows });
    while (this.#cells.length < column) this.#cells.push("");
    for (let at = column; at < this.#column; at++) this.#cells.push(value);
  }
}

function times(attributes: Attributes, name: string): number {
  const count = Number(attribute(attributes, name) ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}
