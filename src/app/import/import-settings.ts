/** Everything that decides what an import does, stored with it so that plan, run, resume and undo follow the same words. */

import type { Source } from "../../core/authority/source.ts";
import type { Field } from "../../core/contact/field.ts";
import type { ShortYears } from "../../core/contact/types/short-date.ts";
import type { ColumnMapping } from "../../core/mapping/column-mapping.ts";
import type { Constant } from "../../core/mapping/constant.ts";
import type { Member } from "../../core/member/member.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { TheirContacts } from "../../core/opportunity/joint-fields.ts";
import type { EffectivePolicy } from "../../core/policy/effective-policy.ts";
import type { DateOrder } from "../../core/policy/policy.ts";
import type { Dialect } from "../../core/tabular/dialect.ts";
import type { QueuedWorkflow } from "../ports/effect-ports.ts";
import type { ImportWish } from "./import-wish.ts";

/** What the values of one column have shown over the whole file. */
export type ColumnReading = {
  readonly column: number;
  readonly dateOrder: DateOrder | "unknown";
  readonly decimalMark: "." | "," | "unknown";
  /** Numbers of five digits are a spreadsheet's counts of days. */
  readonly dayCounts?: boolean;
  /** Years of two digits are those of birthdays. */
  readonly shortYears?: ShortYears;
  /** Of most of its amounts, or of its header, where some are in another one. */
  readonly currency?: string;
  /** ISO 3166 alpha-2 country of numbers that name none, as the numbers of the file show it. */
  readonly country?: string;
  /** Some cell holds several addresses or numbers where the field has one. */
  readonly several?: boolean;
  /** Some text of the column was UTF-8 that a program took for something else and saved again: put right where that is certain. */
  readonly encodedTwice?: true;
};

/** The opportunities of a file whose lines are about contacts and their opportunities, as a file of them alone would be read. */
type SecondSettings = {
  readonly object: "opportunity";
  /** `found`: the lines only refer to contacts, and change none. */
  readonly contacts: TheirContacts;
  readonly mapping: readonly ColumnMapping[];
  readonly constants: readonly Constant[];
  readonly fields: readonly Field[];
  readonly policy: EffectivePolicy;
  /** Owner of opportunities whose row names none; null = none given. */
  readonly owner: string | null;
};

export type ImportSettings = {
  /** What the rows are; absent = contacts. */
  readonly object?: ObjectKind;
  readonly source: {
    /** The stored file that rows are read from. */
    readonly key: string;
    readonly bytes: number;
    /** Hex SHA-256 of the file as it was given. */
    readonly digest: string;
    readonly name: string;
    /** The file as it was given, where the rows file was made of it. Absent = it is the one that rows are read from. */
    readonly original?: { readonly key: string; readonly bytes: number };
    /** What became of the stored bytes since; absent = they are as they were. */
    readonly since?: ChangedSource;
  };
  readonly dialect: Dialect;
  readonly mapping: readonly ColumnMapping[];
  /** What the rows are about besides; absent = nothing. */
  readonly second?: SecondSettings;
  /** What fills a field where a row says nothing. */
  readonly constants?: readonly Constant[];
  /** The schema when the import was made: built-in and own fields. */
  readonly fields: readonly Field[];
  readonly preset: string;
  readonly policy: EffectivePolicy;
  /** ISO 3166 alpha-2 country that phone numbers without one are read in. */
  readonly country: string;
  /** Order of day and month that a person has said for every column; null = evidence, then policy. */
  readonly dateOrder: DateOrder | null;
  /** Tags that every contact of the import gets. */
  readonly tags: readonly string[];
  /** Owner of contacts whose row names none; null = none given. */
  readonly owner: string | null;
  /** The systems that the workspace was connected to when the import was made; absent = none. */
  readonly sources?: readonly Source[];
  /** What new contacts are queued into; absent = nothing. */
  readonly workflow?: QueuedWorkflow;
  /** Rows with a profile's address alone are filled in from the profile. */
  readonly enriches?: true;
  /** By column, filled by the scan. */
  readonly readings: readonly ColumnReading[];
  /** Who started it: a member's e-mail, or the name of the account on this machine; `""` = nobody is known. */
  readonly by: string;
  /** In which it was made: no birthday lies behind it. Absent = not known, and years of two digits are not read. */
  readonly year?: number;
  /** Who accepted the disclaimer, when, and in which words; absent = the policy asked for none. */
  readonly disclaimer?: { readonly by: string; readonly at: number; readonly text: string };
  /** The import whose lines with errors the file puts right; absent = it is a file of its own. */
  readonly continues?: Continued;
  /** Since when what values were before is not kept any more; `isDone`: it is gone from every line. Absent = it is kept. */
  readonly historyExpired?: { readonly at: number; readonly isDone: boolean };
  /** Cells that were corrected before it ran, in a stored file; absent = none. */
  readonly fixes?: StoredFixes;
  /** What was asked for, in the words that it was asked in; absent in imports that were made before it was kept. */
  readonly asked?: ImportWish;
};

/**
 * `former`: the key of the rows before rows of erased people were made blank in them; null = they are as they were. `rows`: how many
 * were. `originalGone`: of a file of another format only its rows are kept, as single rows cannot be taken out of it.
 */
type ChangedSource = {
  readonly former: string | null;
  readonly rows: number;
  readonly originalGone?: true;
  /** When the file was removed because its time was over, milliseconds since 1970. */
  readonly expiredAt?: number;
};

/** `rules`: values that are corrected wherever they stand in a column; `cells`: single cells. */
export type StoredFixes = {
  readonly key: string;
  readonly rules: number;
  readonly cells: number;
  /** Its key before cells of erased people were taken out. */
  readonly former?: string;
};

/** `own`: how many columns are those of the former file; what its rows say of themselves stands behind them. */
export type Continued = { readonly import: number; readonly id: string; readonly own: number };

/** What the workspace has when the rows are read. */
type KnownNames = {
  /** The members that owners and followers are looked up among; absent = they are kept as they are written. */
  readonly members?: readonly Member[];
  /** Tags that are never split. */
  readonly knownTags?: readonly string[];
};

/** What decides how rows are read, matched and planned, wherever they come from. */
export type ReadSettings = Omit<ImportSettings, "source" | "dialect" | "preset" | "continues" | "fixes" | "asked"> &
  KnownNames & {
    /** A line may be without the object. */
    readonly isOptional?: boolean;
  };

/** What a stored file is read with. Members and tags are those of today: they are not part of the import's record. */
export type ReadingSettings = ImportSettings & KnownNames;
