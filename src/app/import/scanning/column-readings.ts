/** What whole columns show of how their cells are to be read, and the sentences that say why. */
import { ColumnEvidence } from "../../../core/contact/column-evidence.ts";
import {
  DoubleEncodingEvidence,
  doubleEncodingSays,
  joinDoubleFindings,
} from "../../../core/contact/double-encoding-evidence.ts";
import {
  decidePhoneCountry,
  joinPhones,
  noPhoneWitnesses,
  observePhone,
} from "../../../core/contact/phone-evidence.ts";
import { withCurrency } from "../../../core/mapping/currency-columns.ts";
import { cellText } from "../../../core/tabular/rows/cell-text.ts";
import type { Row } from "../../../core/tabular/rows/row.ts";
import { type CompiledScan, compileScan } from "../compile-import.ts";
import type { ColumnReading, ImportSettings, ReadSettings } from "../import-settings.ts";
import { columnCurrency } from "./column-currency.ts";
import type { ObservedColumns } from "./scan-findings.ts";
import { shortYearsOf } from "./short-years.ts";

/** Looks at every row of a table, or of a part of it. */
export class ColumnObserver {
  readonly #columns: readonly (Pick<CompiledScan["evidence"][number], "column" | "currencies"> & {
    readonly evidence: ColumnEvidence;
  })[];
  readonly #phoneColumns: readonly number[];
  readonly #phones = noPhoneWitnesses();
  readonly #doubled = new DoubleEncodingEvidence();

  constructor({ evidence, phones }: CompiledScan) {
    this.#columns = evidence.map(({ column, type, currencies }) => ({
      ...{ column, currencies },
      evidence: new ColumnEvidence(type),
    }));
    this.#phoneColumns = phones;
  }

  observe({ cells, line }: Row): void {
    for (const { column, currencies, evidence } of this.#columns) {
      const cell = cells[column];
      if (cell === undefined || cell === "") continue;
      const text = cellText(cell);
      evidence.observe(currencies < 0 ? text : withCurrency(text, cellText(cells[currencies] ?? "")), line);
    }
    for (const column of this.#phoneColumns) {
      const cell = cells[column];
      if (cell !== undefined && cell !== "") observePhone(this.#phones, cellText(cell), line);
    }
  }

  /** Looks whether text of the row was encoded twice. Most rows can be seen from afar not to have any. */
  observeDoubled({ cells, line }: Row): void {
    for (const [column, cell] of cells.entries()) this.#doubled.observe(cell, column, line);
  }

  get found(): Omit<ObservedColumns, "withSeveral"> {
    return {
      witnesses: this.#columns.map(({ evidence }) => evidence.witnesses),
      phones: this.#phones,
      doubled: this.#doubled.findings,
    };
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
    doubled: joinDoubleFindings(first.doubled, second.doubled, linesBefore),
  };
}

const ORDER_WORDS: Readonly<Record<string, string>> = { MDY: "month first", DMY: "day first" };

/** In words, which way round dates are read that their column does not tell. */
function takenOrder(shown: string, { dateOrder, policy }: ReadSettings): string | undefined {
  return shown === "unknown" || shown === "conflict" ? ORDER_WORDS[dateOrder ?? policy.dateOrder] : undefined;
}

/** A column that contradicts itself decides nothing. */
export function columnReadings(
  settings: ReadSettings & Pick<ImportSettings, "continues">,
  found: ObservedColumns,
): { readonly readings: readonly ColumnReading[]; readonly says: readonly string[] } {
  const says: string[] = [];
  const readings = new Map<number, ColumnReading>();
  const add = (column: number, shown: Partial<ColumnReading>): void => {
    const known = readings.get(column) ?? { column, dateOrder: "unknown", decimalMark: "unknown" };
    readings.set(column, { ...known, ...shown });
  };
  const headerOf = (column: number): string => settings.mapping[column]?.header || `#${column + 1}`;
  const { evidence, phones } = compileScan(settings);
  // Where the file puts right lines of another, what all of that one has shown goes before.
  const before = settings.continues === undefined ? [] : settings.readings;
  const former = new Map(before.map((reading) => [reading.column, reading]));
  for (const [at, { column, header, type, areBirthdays }] of evidence.entries()) {
    const { says: sentences, ...decision } = new ColumnEvidence(type, found.witnesses[at]).decide(former.get(column));
    const { dateOrder = "unknown", decimalMark = "unknown" } = decision;
    for (const sentence of sentences) says.push(`${header}: ${sentence}`);
    const taken = decision.dateOrder === undefined ? undefined : takenOrder(dateOrder, settings);
    if (taken !== undefined) says.push(`${header}: such dates are read ${taken}`);
    const currency = columnCurrency(header, decision);
    if (currency !== null) says.push(`${header}: ${currency.says}`);
    const short = shortYearsOf(decision, settings, { areBirthdays, former: former.get(column)?.shortYears });
    if (short !== null) says.push(`${header}: ${short.says}`);
    add(column, {
      dateOrder: dateOrder === "conflict" ? "unknown" : dateOrder,
      decimalMark: decimalMark === "conflict" ? "unknown" : decimalMark,
      ...(decision.dayCounts ? { dayCounts: true } : {}),
      ...(currency === null ? {} : { currency: currency.currency }),
      ...(short?.shortYears ? { shortYears: short.shortYears } : {}),
    });
  }
  for (const column of found.withSeveral) {
    says.push(
      `${headerOf(column)}: some cells hold several values; the first stays, the others go to the list beside the field`,
    );
    add(column, { several: true });
  }
  const country = phones.length > 0 ? decidePhoneCountry(found.phones) : null;
  if (country !== null) {
    says.push(country.says);
    for (const column of phones) add(column, { country: country.country });
  }
  for (const finding of found.doubled) {
    says.push(...doubleEncodingSays(finding).map((sentence) => `${headerOf(finding.column)}: ${sentence}`));
    if (finding.repaired > 0) add(finding.column, { encodedTwice: true });
  }
  return { readings: [...readings.values()], says };
}
