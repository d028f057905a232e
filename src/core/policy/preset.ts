/** A preset: a policy with a name, and the words its users know. Data only; a workspace starts from one and may change any key. */
import type { Policy } from "./policy.ts";

export type PresetId = "muster" | "receivables" | "simple-crm" | "agency-crm" | "prospecting";

/** What pages and command line call things, in the words of the system the preset reproduces. */
type PresetLabels = {
  /** The list that imports are started from. */
  readonly list: string;
  /** The menu or button on that list. */
  readonly add: string;
  /** Entry that starts an import which may create contacts. */
  readonly importEntry: string;
  /** The same entry where the workspace's contacts come from the API. */
  readonly importEntryForApi: string;
  /** Entry that starts an import which only updates; the same as `importEntry` where one entry does both. */
  readonly updateEntry: string;
  readonly dropZone: string;
  /** Where earlier imports are listed. */
  readonly history: string;
  /** What an account is called. */
  readonly account: string;
};

export type Preset = {
  readonly id: PresetId;
  readonly name: string;
  /** One sentence: for whom it is. */
  readonly says: string;
  readonly policy: Policy;
  readonly labels: PresetLabels;
  /** Header of the record id's column in exports. */
  readonly idHeader: string;
  /** Field keys of the template's columns, in order, without the record id. */
  readonly templateFields: readonly string[];
  /** Words that are names of a field for this preset's users alone, by field key. */
  readonly alsoCalled?: Readonly<Record<string, readonly string[]>>;
  /** Headers of fields whose own label the preset does not use, by field key. */
  readonly fieldHeaders: Readonly<Record<string, string>>;
};
