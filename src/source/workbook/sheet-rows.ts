/** The rows of one sheet of an Excel workbook: a handler of the sheet's XML that gathers rows as they end. */
import { columnOf } from "../../core/sheet/cell-reference.ts";
import { isoDate } from "../../core/sheet/iso-date.ts";
import type { NumberFormat } from "../../core/sheet/number-format.ts";
import type { DateSystem } from "../../core/sheet/serial-date.ts";
import { MOST_COLUMNS, MOST_ROWS } from "../../core/sheet/sheet-limits.ts";
import { plainNumber, shownNumber } from "../../core/sheet/shown-number.ts";
import { unescapeText } from "../../core/sheet/text-cell.ts";
import type { SourceRow } from "../../core/tabular/formats/source-row.ts";
import { damaged, RefusedFile } from "../refused-file.ts";
import { HiddenRows } from "./hidden-rows.ts";
import { MergedCells } from "./merged-cells.ts";
import { TextRuns } from "./text-runs.ts";
import type { Attributes, XmlHandler } from "./xml.ts";

export type CellValues = {
  readonly text: (index: number) => string;
  readonly formats: readonly NumberFormat[];
  readonly system: DateSystem;
};

const NUMBER: NumberFormat = { kind: "number" };

export class SheetRows implements XmlHandler {
  /** Cells whose formula holds no computed value. */
  uncomputed = 0;
  readonly hidden = new HiddenRows();
  readonly merged = new MergedCells();
  readonly #values: CellValues;
  readonly #runs = new TextRuns();
  #rows: SourceRow[] = [];
  #line = 0;
  #isHidden = false;
  #cells: string[] = [];
  #column = -1;
  #type = "";
  #style = 0;
  #value = "";
  #inSheet = false;
  #inCell = false;
  #inValue = false;
  #inRuns = false;
  #hasFormula = false;

  constructor(values: CellValues) {
    this.#values = values;
  }

  /** The rows with a value that have ended since the last call. */
  take(): readonly SourceRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#inCell) this.#openInCell(name);
    else if (name === "c" && this.#inSheet) this.#openCell(attributes);
    else if (name === "row" && this.#inSheet) this.#openRow(attributes);
    else if (name === "sheetData") this.#inSheet = true;
    else if (name === "mergeCell") this.merged.noteRange(attributes.ref ?? "", this.#line);
  }

  close(name: string): void {
    if (this.#inCell) {
      if (name === "c") this.#closeCell();
      else if (name === "v") this.#inValue = false;
      else if (this.#inRuns) this.#closeRuns(name);
    } else if (name === "row" && this.#inSheet) {
      if (this.#cells.length > 0) this.#rows.push({ line: this.#line, cells: this.#cells });
      if (this.#cells.length > 0 && this.#isHidden) this.hidden.note(this.#line);
    } else if (name === "sheetData") this.#inSheet = false;
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else if (this.#inRuns) this.#runs.text(text);
  }

  /** Rows and cells may leave out where they stand: then they follow the ones before them. */
  #openRow({ r, hidden }: Attributes): void {
    const line = r === undefined ? this.#line + 1 : Number(r);
    if (!Number.isInteger(line) || line <= this.#line) throw damaged(`Row ${r} comes after row ${this.#line}.`);
    if (line > MOST_ROWS) throw damaged(`Row ${r} is beyond the last row that a sheet can have.`);
    this.#line = line;
    this.#isHidden = hidden === "1" || hidden === "true";
    this.#cells = [];
    this.#column = -1;
  }

  #openCell({ r, t, s }: Attributes): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r);
    if (this.#column < 0) throw damaged(`A cell of row ${this.#line} stands nowhere: ${r?.slice(0, 20)}.`, this.#line);
    if (this.#column >= MOST_COLUMNS) {
      throw RefusedFile.of("too_many_columns", `Row ${this.#line} has too many columns.`, this.#line);
    }
    this.#type = t ?? "n";
    this.#style = s === undefined ? 0 : Number(s);
    this.#value = "";
    this.#inCell = true;
    this.#hasFormula = false;
  }

  #openInCell(name: string): void {
    if (name === "v") this.#inValue = true;
    else if (name === "is") {
      this.#inRuns = true;
      this.#runs.begin();
    } else if (name === "f") this.#hasFormula = true;
    else if (this.#inRuns) this.#runs.open(name);
  }

  #closeRuns(name: string): void {
    if (name === "is") {
      this.#inRuns = false;
      this.#value = this.#runs.end();
      this.#type = "inlineStr";
    } else this.#runs.close(name);
  }

  #closeCell(): void {
    this.#inCell = false;
    this.#inValue = false;
    this.#inRuns = false;
    const cell = this.#cell();
    if (cell === "") {
      if (this.#hasFormula && this.#value === "" && this.#type !== "str") this.uncomputed++;
      return;
    }
    while (this.#cells.length < this.#column) this.#cells.push("");
    this.#cells[this.#column] = cell;
  }

  #cell(): string {
    const value = this.#value;
    switch (this.#type) {
      case "s":
        return value === "" ? "" : this.#values.text(Number(value));
      case "inlineStr":
        return value;
      case "str":
        return unescapeText(value);
      case "b":
        return value === "" ? "" : /^(1|true)$/i.test(value.trim()) ? "TRUE" : "FALSE";
      case "d":
        return isoDate(value);
      case "e":
        return value;
      default:
        return this.#number(value);
    }
  }

  #number(value: string): string {
    if (value === "") return "";
    const format = this.#values.formats[this.#style] ?? NUMBER;
    return format.kind === "number" ? plainNumber(value) : shownNumber(value, format, this.#values.system);
  }
}
