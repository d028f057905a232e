/** What whole columns show of how their cells are to be read, and the sentences that say why. */
import { ColumnEvidence, type Witnesses } from "../core/contact/column-evidence.ts";
import {
  decidePhoneCountry,
  joinPhones,
  noPhoneWitnesses,
  observePhone,
  type PhoneWitnesses,
} from "../core/contact/phone-evidence.ts";
import { unprotectCell } from "../core/tabular/protect-cell.ts";
import type { Row } from "../core/tabular/row.ts";
import { type CompiledScan, compileScan } from "./compile-import.ts";
import type { ColumnReading, ReadSettings } from "./import-settings.ts";

/** Plain data, so that it may cross threads and be joined. */
export type ObservedColumns = {
  /** In the order of the compiled scan's columns. */
  readonly witnesses: readonly Witnesses[];
  /** What the numbers show of their country. */
  readonly phones: PhoneWitnesses;
  /** Columns of which a cell holds several addresses or numbers where the field has one. */
  readonly withSeveral: readonly number[];
};

/** Looks at every row of a table, or of a part of it. */
export class ColumnObserver {
  readonly #columns: readonly { readonly column: number; readonly evidence: ColumnEvidence }[];
  readonly #phoneColumns: readonly number[];
  readonly #phones = noPhoneWitnesses();

  constructor({ evidence, phones }: CompiledScan) {
    this.#columns = evidence.map(({ column, type }) => ({ column, evidence: new ColumnEvidence(type) }));
    this.#phoneColumns = phones;
  }

  observe({ cells, line }: Row): void {
    for (const { column, evidence } of this.#columns) {
      const cell = cells[column];
      if (cell !== undefined && cell !== "") evidence.observe(cell, line);
    }
    for (const column of this.#phoneColumns) {
      const cell = cells[column];
      if (cell !== undefined && cell !== "") observePhone(this.#phones, unprotectCell(cell), line);
    }
  }

  get found(): Pick<ObservedColumns, "witnesses" | "phones"> {
    return { witnesses: this.#columns.map(({ evidence }) => evidence.witnesses), phones: this.#phones };
  }
}

/** `linesBefore`: what is to be added to the second part's line numbers. */
export function joinObserved(
  settings: ReadSettings,
  first: ObservedColumns,
  { second, linesBefore }: { readonly second: ObservedColumns; readonly linesBefore: number },
): ObservedColumns {
  const witnesses = compileScan(settings).evidence.map(({ type }, at) => {
    const evidence = new ColumnEvidence(type, first.witnesses[at]);
    evidence.merge(second.witnesses[at] ?? {}, linesBefore);
    return evidence.witnesses;
  });
  return {
    witnesses,
    phones: joinPhones(first.phones, second.phones, linesBefore),
    withSeveral: [...new Set([...first.withSeveral, ...second.withSeveral])],
  };
}

type Readings = { readonly readings: readonly ColumnReading[]; readonly says: readonly string[] };

/** A column that contradicts itself decides nothing. */
export function columnReadings(settings: ReadSettings, found: ObservedColumns): Readings {
  const says: string[] = [];
  const readings: ColumnReading[] = [];
  for (const [at, { column, header, type }] of compileScan(settings).evidence.entries()) {
    const decision = new ColumnEvidence(type, found.witnesses[at]).decide();
    const { dateOrder = "unknown", decimalMark = "unknown" } = decision;
    for (const sentence of decision.says) says.push(`${header}: ${sentence}`);
    readings.push({
      column,
      dateOrder: dateOrder === "conflict" ? "unknown" : dateOrder,
      decimalMark: decimalMark === "conflict" ? "unknown" : decimalMark,
      ...(decision.dayCounts ? { dayCounts: true } : {}),
    });
  }
  const contacted = contactReadings(settings, found);
  return { readings: [...readings, ...contacted.readings], says: [...says, ...contacted.says] };
}

/** Of columns of addresses and numbers. */
function contactReadings(settings: ReadSettings, { phones, withSeveral }: ObservedColumns): Readings {
  const open = compileScan(settings).phones;
  const country = open.length > 0 ? decidePhoneCountry(phones) : null;
  const columns = new Set([...withSeveral, ...(country === null ? [] : open)]);
  const readings = [...columns].map((column) => ({
    ...{ column, dateOrder: "unknown" as const, decimalMark: "unknown" as const },
    ...(country !== null && open.includes(column) ? { country: country.country } : {}),
    ...(withSeveral.includes(column) ? { several: true } : {}),
  }));
  const says = withSeveral.map((column) => {
    const header = settings.mapping[column]?.header ?? "";
    return `${header}: some cells hold several values; the first stays, the others go to the list beside the field`;
  });
  return { readings, says: country === null ? says : [...says, country.says] };
}
