/** From the shape of an import to what reads the cells of each of its slots. Made once per import. */
import { undoDoubleEncoding } from "../contact/double-encoding.ts";
import type { Field } from "../contact/field.ts";
import { placeholderIn } from "../contact/placeholder.ts";
import { type ReadSeveral, severalReader } from "../contact/several-values.ts";
import { mappedReader, namedIn } from "../contact/value-map.ts";
import { cellSplitter, type ReadValue, valueReader } from "../contact/value-reader.ts";
import { type BirthParts, birthParts } from "../mapping/birth-parts.ts";
import { companyReader } from "./company-reader.ts";
import { BLANK } from "./draft.ts";
import type { DraftSettings } from "./draft-settings.ts";
import { internationalReader, isHeadedSms } from "./international-reader.ts";
import type { Slot } from "./shape.ts";

type Says = ((raw: string) => boolean) | null;

export type SlotReader = {
  readonly slot: Slot;
  readonly position: number;
  readonly columns: readonly ColumnReader[];
  /** Whether the text of a cell says that there is no value, where the field would take it for one. */
  readonly isPlaceholder: Says;
  /** The same of a cell that a person has put right. */
  readonly isTypedPlaceholder: Says;
  /** For rows that say nothing; `""` = nothing. */
  readonly fill: string;
};
export type ColumnReader = {
  readonly column: number;
  readonly read: ReadValue;
  /** Whether a value map says what the cell means; null = there is none. */
  readonly isMapped: ((raw: string) => boolean) | null;
  /** For cells that are unreadable as one value. */
  readonly several: { readonly read: ReadSeveral; readonly further: number } | null;
  /** Columns of the year, the month and the day whose cells make up the value. */
  readonly parts?: BirthParts;
  /** Column with the calling codes of its numbers; -1 = none. */
  readonly codes: number;
  /** Column with the currencies of its amounts, where not all of them are in one; -1 = none. */
  readonly currencies: number;
};

export function slotReaders(settings: DraftSettings): readonly SlotReader[] {
  const { slots, mapped } = settings.shape;
  const readers = slots.slice(0, mapped).map((slot, position) => {
    const isTypedPlaceholder = placeholderIn(fieldOf(slot, settings), { typed: true });
    return {
      slot,
      position,
      columns: columnReaders(slot, settings),
      isPlaceholder: settings.isTyped ? isTypedPlaceholder : placeholderIn(fieldOf(slot, settings), { typed: false }),
      isTypedPlaceholder,
      fill: fillOf(slot, settings),
    };
  });
  // The country is read first: the row's phone numbers are read by it.
  return readers.sort((a, b) => Number(b.slot.key === "country") - Number(a.slot.key === "country"));
}

const fieldOf = ({ key, type }: Slot, { shape }: DraftSettings): Field =>
  shape.fields.get(key) ?? { key, label: key, type, builtin: false };

function columnReaders(slot: Slot, settings: DraftSettings): readonly ColumnReader[] {
  const { shape, valuesOf } = settings;
  const field = fieldOf(slot, settings);
  const parts = joinedParts(slot, shape.headers);
  const columns = parts === null ? slot.columns : slot.columns.slice(0, 1);
  return columns.map((column) => {
    const plain = exportedReader(field, shape.headers[column] ?? "", {
      read: valueReader(field, valuesOf(column)),
      isTyped: settings.isTyped === true,
    });
    const read = settings.isEncodedTwice?.(column) === true ? readingUndone(plain) : plain;
    const values = shape.valueMaps.get(column);
    const list = shape.fields.get(shape.overflow.get(column) ?? "");
    const several =
      list === undefined
        ? null
        : { read: severalReader(list, valuesOf(column)), further: shape.index.get(list.key) ?? -1 };
    const codes = settings.callingCodes?.get(column) ?? -1;
    const mapped =
      values === undefined
        ? { read, isMapped: null }
        : {
            read: mappedReader(read, values, cellSplitter(field, valuesOf(column))),
            isMapped: namedIn(values),
          };
    const isMixed = valuesOf(column).currency !== undefined;
    const currencies = isMixed ? (settings.currencies?.get(column) ?? -1) : -1;
    const reader = { column, ...mapped, several, codes, currencies };
    return parts === null ? reader : { ...reader, parts };
  });
}

/** What exports put into a cell besides the value; somebody who types it says what it says. */
export function exportedReader(
  { key, type, builtin }: Field,
  header: string,
  { read, isTyped }: { readonly read: ReadValue; readonly isTyped: boolean },
): ReadValue {
  if (isTyped) return read;
  if (builtin && key === "account_name") return companyReader(header, read);
  return type === "phone" && isHeadedSms(header) ? internationalReader(read) : read;
}

/** A date of three columns whose headers say which of its parts they hold. */
function joinedParts({ type, columns }: Slot, headers: readonly string[]): BirthParts | null {
  if (type !== "date" || columns.length !== 3) return null;
  const parts = birthParts(columns.map((column) => headers[column] ?? ""));
  if (parts === null) return null;
  const [year, month, day] = parts.map((at) => columns[at] ?? 0);
  return [year ?? 0, month ?? 0, day ?? 0];
}

/** The column's own settings count for its cells; a constant belongs to no column. */
function fillOf(slot: Slot, settings: DraftSettings): string {
  const constant = settings.constants?.find(({ field }) => field === slot.key);
  const reading =
    constant === undefined ? BLANK : valueReader(fieldOf(slot, settings), settings.valuesOf(-1))(constant.text);
  return typeof reading === "string" ? reading : BLANK;
}

const readingUndone =
  (read: ReadValue): ReadValue =>
  (raw, country) =>
    read(undoDoubleEncoding(raw) ?? raw, country);
