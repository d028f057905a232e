/** Files that wait for their import. */

import { rowsNotKept } from "../../app/import/kept-file.ts";
import { wishIn } from "../../app/import/preparing/import-request.ts";
import { importRequest } from "../../app/import/preparing/import-words.ts";
import { giveUp } from "../../app/import/preparing/receive-file.ts";
import { type BecomingValues, valuesBecome } from "../../app/import/preparing/values-become.ts";
import { SAMPLE_ROWS } from "../../app/limits.ts";
import type { Upload } from "../../app/ports/upload-store.ts";
import type { Workspace } from "../../app/ports.ts";
import { uploadTable, uploadValues } from "../../app/upload/upload-table.ts";
import {
  beginUpload,
  findUpload,
  findWholeUpload,
  partialName,
  removeUpload,
  sweepUploads,
  uploadId,
} from "../../app/upload/uploads.ts";
import { continuedFileJson } from "../../app/view/continued-file-json.ts";
import { findImport } from "../../app/view/find-by-id.ts";
import { refusalJson } from "../../app/view/refusal-json.ts";
import { accept, refuse } from "../../core/problem/refusal.ts";
import { problemFix, problemMessage } from "../../core/problem/render-problem.ts";
import type { Voice } from "../../core/problem/voice.ts";
import { dialectJson } from "../../core/tabular/dialect-json.ts";
import { API, type Bind } from "../bind.ts";
import { receiveBytes } from "../body/sent-file.ts";
import { callerName } from "../caller.ts";
import {
  listImportValues,
  listUploadValues,
  makeUpload,
  removedUpload,
  showUpload,
  showUploadTable,
} from "../contract/uploads.ts";
import { nameIn } from "../file-name-header.ts";

export function bindUploads(bind: Bind): void {
  bind(makeUpload, async ({ ports, parts, workspace, caller, sent, query, context }) => {
    await sweepUploads(ports, parts);
    const { maxBytes } = workspace.policy;
    const name = query.name ?? nameIn(context.req.header("content-disposition"));
    const file = await receiveBytes(sent, { ports, name, maxBytes: () => accept(maxBytes) });
    if (!file.ok) return file;
    const { source } = file.value;
    const of = { workspace: workspace.number, owner: callerName(caller) };
    const begun = await beginUpload(ports, of, source);
    if (!begun.ok) {
      await giveUp(ports, source.key);
      return begun;
    }
    await ports.files.letGo(source.key);
    const json = uploadJson(begun.value, workspace, source.bytes);
    return Response.json(json, { status: 201, headers: { Location: `${API}/uploads/${json.upload}` } });
  });

  bind(showUpload, async ({ ports, parts, workspace, caller, params }) => {
    const found = await findUpload(ports, workspace, { id: params.id, owner: callerName(caller) });
    if (!found.ok) return found;
    const { key, bytes } = found.value;
    const received = key === null ? await parts.partials.size(partialName(found.value)) : (bytes ?? 0);
    return accept(uploadJson(found.value, workspace, received));
  });

  bind(showUploadTable, async (call) => {
    const { ports, workspace, actor, caller, params, voice } = call;
    const { workspace: _, ...options } = call.query;
    const upload = await findWholeUpload(ports, workspace, { id: params.id, owner: callerName(caller) });
    if (!upload.ok) return upload;
    const request = importRequest(options, actor);
    if (!request.ok) return request;
    const table = await uploadTable(ports, workspace, upload.value, request.value);
    if (!table.ok) return table;
    const { dialect, columns, constants, headers, rows, refusal, looksLike, continues } = table.value;
    return accept({
      dialect: dialect && dialectJson(dialect),
      columns: columns.map((column) => ({ ...column, samples: [...column.samples] })),
      constants: constants.map((constant) => ({ ...constant })),
      headers: headers && [...headers],
      rows: rows.map(({ line, cells }) => ({ line, cells: [...cells] })),
      hasMoreRows: rows.length >= SAMPLE_ROWS,
      refusal: refusal && { ...refusalJson(refusal, voice), ...(refusal.names ? { names: [...refusal.names] } : {}) },
      looksLike: looksLike?.lines ?? null,
      continues: continues && continuedFileJson(continues),
    });
  });

  bind(listUploadValues, async (call) => {
    const { ports, workspace, actor, caller, params, voice } = call;
    const { workspace: _, column, field, ...options } = call.query;
    const upload = await findWholeUpload(ports, workspace, { id: params.id, owner: callerName(caller) });
    if (!upload.ok) return upload;
    const request = importRequest(options, actor);
    if (!request.ok) return request;
    const values = await uploadValues(ports, workspace, upload.value, { request: request.value, column, field });
    return values.ok ? accept(valuesJson(values.value, voice)) : values;
  });

  bind(listImportValues, async ({ ports, workspace, params, query: { column, field }, voice }) => {
    const found = await findImport(ports, workspace, params.id);
    if (!found.ok) return found;
    const { settings } = found.value;
    const gone = rowsNotKept(found.value);
    if (gone) return refuse(gone);
    const { source, dialect, policy } = settings;
    const of = { source, dialect, policy, column, field, request: wishIn(settings) };
    const values = await valuesBecome(ports, workspace, of);
    return values.ok ? accept(valuesJson(values.value, voice)) : values;
  });

  bind(removedUpload, async ({ ports, parts, workspace, caller, params }) => {
    const found = await findUpload(ports, workspace, { id: params.id, owner: callerName(caller) });
    if (!found.ok) return found;
    await removeUpload(ports, parts.partials, found.value);
    return accept(null);
  });
}

function valuesJson({ values, ...counts }: BecomingValues, voice: Voice) {
  const show = { contact: (number: string) => number, voice };
  return {
    ...counts,
    values: values.map(({ problem, ...value }) => ({
      ...value,
      problem: problem && {
        code: problem.code,
        message: problemMessage(problem, show),
        fix: problemFix(problem, show),
      },
    })),
  };
}

const uploadJson = (upload: Upload, workspace: Workspace, received: number) => ({
  upload: uploadId(upload, workspace),
  name: upload.name,
  bytes: upload.bytes,
  received,
  isWhole: upload.key !== null,
  expiresAt: new Date(upload.expiresAt).toISOString(),
});
