/** A server from far, for the command line: the API's client, with refusals as values. */
import { setTimeout as sleep } from "node:timers/promises";
import { withKeyFix } from "../cli/remote/key-fix.ts";
import type {
  Answers,
  Download,
  ImportJson,
  ProgressJson,
  Question,
  RemoteServer,
} from "../cli/remote/remote-server.ts";
import { accept, type Refusal, type Result, refuse, refuseWith } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import { ApiClient, ApiProblem, type ClientSettings } from "../http/client.ts";
import * as contacts from "../http/contract/contacts.ts";
import type { Endpoint } from "../http/contract/endpoint.ts";
import * as exports from "../http/contract/exports.ts";
import * as fields from "../http/contract/fields.ts";
import * as files from "../http/contract/import-files.ts";
import * as moves from "../http/contract/import-moves.ts";
import * as imports from "../http/contract/imports.ts";
import * as workflows from "../http/contract/workflows.ts";
import * as workspaces from "../http/contract/workspaces.ts";

const ENDPOINTS: Readonly<Record<Question, Endpoint>> = {
  listImports: imports.listImports,
  showImport: imports.showImport,
  listLines: imports.listLines,
  startPlanned: moves.startPlanned,
  resumeImport: moves.resumeImport,
  cancelImport: moves.cancelledImport,
  previewUndo: moves.previewedUndo,
  undoImport: moves.undoneImport,
  listContacts: contacts.listContacts,
  showContact: contacts.showContact,
  countContacts: contacts.countContacts,
  listAccounts: contacts.listAccounts,
  showAccount: contacts.showAccount,
  listOpportunities: contacts.listOpportunities,
  showOpportunity: contacts.showOpportunity,
  listFields: fields.listFields,
  addField: fields.addField,
  changeField: fields.changeField,
  removeField: fields.removeField,
  listTags: fields.listTags,
  addTag: fields.addTag,
  removeTag: fields.removeTag,
  listMembers: workspaces.listMembers,
  addMember: workspaces.addMember,
  changeMember: workspaces.changeMember,
  removeMember: workspaces.removeMember,
  showPolicy: workspaces.showPolicy,
  listPolicyKeys: workspaces.listPolicyKeys,
  changePolicy: workspaces.changePolicy,
  policyHistory: workspaces.policyHistory,
  listPresets: workspaces.listPresets,
  whoAmI: workspaces.whoAmI,
  createWorkspace: workspaces.createWorkspace,
  changeImport: imports.changeImport,
  listWorkflows: workflows.listWorkflows,
  listEffects: workflows.listEffects,
  retryEffects: workflows.retryEffects,
  cancelEffects: workflows.cancelEffects,
};

const DOWNLOADS: Readonly<Record<Download, Endpoint>> = {
  export: exports.downloadExport,
  template: exports.downloadTemplate,
  errors: files.errorsFile,
};

/** Milliseconds before a connection that broke is tried again, and how often it is. */
const AGAIN_MS = 1_000;
const MOST_TRIES = 10;

export function remoteServer(settings: ClientSettings): RemoteServer {
  const client = new ApiClient({ ...settings, reader: "terminal" });
  const { server: url } = settings;
  /** The question is only known when it is asked, and so is what it takes: the server checks it, and names what is wrong. */
  const given = (said: object): never => said as never;
  return {
    url,
    ask: (question, said = {}) =>
      answered(url, async () => (await client.call(ENDPOINTS[question], given(said))) as Answers[typeof question]),
    download: (what, said) => answered(url, async () => bytesOf(await client.send(DOWNLOADS[what], given(said)))),
    send: (bytes, query) =>
      answered(url, async () => {
        const headers = { "Content-Type": "application/octet-stream" };
        const body = ReadableStream.from(bytes);
        return (await client.call(imports.startImport, given({ query, headers, body }))) as unknown as ImportJson;
      }),
    follow: (id, onProgress, signal) => follow({ client, url, id, signal }, onProgress),
  };
}

async function answered<T>(url: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return accept(await work());
  } catch (error) {
    return error instanceof ApiProblem ? refuse(refusalOf(error)) : unreachable(url, error);
  }
}

/** An answer without a code is not a Muster's, unless something went wrong inside one. */
const refusalOf = ({ status, refusal }: ApiProblem): Refusal =>
  refusal.code === "server_fault" && status < 500 ? { ...refusal, code: "server_unreachable" } : withKeyFix(refusal);

function unreachable(url: string, error: unknown): Result<never> {
  const cause = error instanceof Error ? ((error.cause as Error | undefined) ?? error) : error;
  const why = cause instanceof Error ? cause.message || cause.name : String(cause);
  return refuseWith("server_unreachable", `The server ${shown(url)} does not answer: ${shown(why)}.`);
}

type Followed = {
  readonly client: ApiClient;
  readonly url: string;
  readonly id: string;
  readonly signal: AbortSignal;
};

async function follow(
  { client, url, id, signal }: Followed,
  onProgress: (progress: ProgressJson) => void,
): Promise<Result<ImportJson>> {
  let lost: unknown = null;
  for (let tries = 0; tries < MOST_TRIES && !signal.aborted; tries++) {
    try {
      for await (const { event, data } of client.events(files.importEvents, { params: { id }, signal })) {
        tries = 0;
        if (event === "progress") onProgress(JSON.parse(data));
        if (event === "end") return accept(JSON.parse(data));
      }
    } catch (error) {
      if (error instanceof ApiProblem && error.status < 500) return refuse(refusalOf(error));
      lost = error;
    }
    await sleep(AGAIN_MS, null, { signal }).catch(() => null);
  }
  return unreachable(url, lost);
}

async function* bytesOf({ body }: Response): AsyncIterable<Uint8Array> {
  if (body !== null) for await (const piece of body) yield piece;
}
