/**
 * A server as the command line knows it: questions by name, with the objects that it prints with `--json` as answers. The
 * composition root makes it of the API's client. Refusals are values, also where the server cannot be reached.
 */

import type { Continuation } from "../../app/import/continuing/mended-lines.ts";
import type { AccountCardJson } from "../../app/view/account-json.ts";
import type { effectJson } from "../../app/view/effect-json.ts";
import type { fieldJson } from "../../app/view/field-json.ts";
import type { ImportDetail } from "../../app/view/import-detail-json.ts";
import type { importJson } from "../../app/view/import-json.ts";
import type { OpportunityCardJson } from "../../app/view/opportunity-json.ts";
import type { progressJson } from "../../app/view/progress-json.ts";
import type { Result } from "../../core/problem/refusal.ts";
import type { WholeContact } from "../words/contact-text.ts";
import type { TableLine } from "../words/line-table.ts";

export type Json = Readonly<Record<string, unknown>>;
export type Page<Item = Json> = { readonly items: readonly Item[]; readonly next?: string | null };

export type ImportJson = ReturnType<typeof importJson>;
export type DetailJson = ImportDetail & {
  readonly continuedBy: readonly Continuation[];
  /** A plan that is not what a run would do any more. */
  readonly outdated?: true;
};
type FieldJson = ReturnType<typeof fieldJson>;
type EffectJson = ReturnType<typeof effectJson>;
export type ProgressJson = ReturnType<typeof progressJson>;

/** Each question, and what is answered to it. */
export type Answers = {
  readonly listImports: Page<ImportJson>;
  readonly showImport: DetailJson;
  /** `cells`, `earlier`: where they were asked for. */
  readonly listLines: Page<TableLine>;
  readonly startPlanned: ImportJson;
  readonly resumeImport: ImportJson;
  readonly cancelImport: ImportJson;
  readonly previewUndo: UndoPageJson;
  readonly undoImport: ImportJson;
  readonly listContacts: Page;
  readonly showContact: WholeContact;
  readonly countContacts: { readonly contacts: number };
  readonly listAccounts: Page;
  readonly showAccount: AccountCardJson;
  readonly listOpportunities: Page;
  readonly showOpportunity: OpportunityCardJson;
  readonly listFields: Page<FieldJson>;
  readonly addField: Json;
  readonly changeField: Json;
  readonly removeField: Json;
  readonly listTags: Page;
  readonly addTag: Json;
  readonly removeTag: null;
  readonly listMembers: Page;
  readonly addMember: Json;
  readonly changeMember: Json;
  readonly removeMember: Json;
  readonly showPolicy: PolicyJson;
  readonly listPolicyKeys: Page<PolicyKeyJson>;
  readonly changePolicy: PolicyJson & { readonly changed: readonly Difference[] };
  readonly policyHistory: Page<PolicyChangeJson>;
  readonly listPresets: Page;
  readonly whoAmI: { readonly workspaces: readonly Json[] };
  readonly createWorkspace: Json;
  readonly changeImport: ImportJson;
  readonly listWorkflows: Page;
  readonly listEffects: Page<EffectJson>;
  readonly retryEffects: { readonly retried: number };
  readonly cancelEffects: { readonly cancelled: number };
};

type Tally = Readonly<Record<string, number>>;

type UndoLineJson = {
  readonly line: number;
  readonly result: string;
  readonly fields: readonly string[];
  readonly back?: unknown;
  readonly keptFor?: readonly string[] | undefined;
};

export type UndoPageJson = Page<UndoLineJson> & {
  readonly import: string;
  /** On the first page. */
  readonly preview: Tally | null;
  readonly besides: Tally | null;
  readonly continuedBy?: readonly { readonly import: string; readonly file: string }[] | undefined;
  readonly effects: Tally;
};

type Difference = { readonly key: string; readonly from: string; readonly to: string };
type PolicyJson = {
  readonly preset: string;
  readonly policy: Json;
  readonly differences: readonly Difference[];
};
export type PolicyKeyJson = Readonly<Record<"key" | "says" | "takes" | "text" | "preset", string>>;
export type PolicyChangeJson = { readonly at: string; readonly by: string; readonly changed: readonly Difference[] };

export type Question = keyof Answers;

/** What a question is about, as the path, the query and the body of its request say it. */
export type Given = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, QueryValue | undefined>>;
  readonly body?: unknown;
};

type QueryValue = string | number | boolean | readonly string[];

/** Files that come from the server. */
export type Download = "export" | "template" | "errors";

export type RemoteServer = {
  /** As it was given, for what is said of it. */
  readonly url: string;
  ask<Q extends Question>(question: Q, given?: Given): Promise<Result<Answers[Q]>>;
  download(what: Download, given: Given): Promise<Result<AsyncIterable<Uint8Array>>>;
  /** A file and the options of its import. */
  send(bytes: AsyncIterable<Uint8Array>, query: NonNullable<Given["query"]>): Promise<Result<ImportJson>>;
  /** What becomes of an import, until nothing more does, or until the signal. Asks again where the connection breaks. */
  follow(id: string, onProgress: (progress: ProgressJson) => void, signal: AbortSignal): Promise<Result<ImportJson>>;
};
