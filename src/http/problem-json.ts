/** Refusals and faults as `application/problem+json` (RFC 9457). */
import type { z } from "@hono/zod-openapi";
import { catalogue, type ProblemCode } from "../core/problem/catalogue.ts";
import { type Refusal, refuseWith } from "../core/problem/refusal.ts";
import { overHttp } from "./fix-over-http.ts";

type Status = 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503 | 507;

/** What is not said here is a request that was understood and cannot be done: 422. */
const STATUS: Partial<Record<ProblemCode, Status>> = {
  arguments_invalid: 400,
  request_invalid: 400,
  body_cut_off: 400,
  signed_out: 401,
  sign_in_failed: 401,
  key_unknown: 401,
  key_expired: 401,
  key_revoked: 401,
  embed_token_unknown: 401,
  embed_token_expired: 401,
  embed_not_allowed: 403,
  permission_denied: 403,
  import_disabled: 403,
  cross_site: 403,
  sign_in_refused: 403,
  password_needed: 403,
  route_unknown: 404,
  method_not_allowed: 405,
  import_unknown: 404,
  contact_unknown: 404,
  account_not_found: 404,
  opportunity_unknown: 404,
  pipeline_not_found: 404,
  workspace_unknown: 404,
  member_unknown: 404,
  mapping_unknown: 404,
  field_unknown: 404,
  preset_unknown: 404,
  source_unknown: 404,
  tag_not_there: 404,
  key_not_there: 404,
  workflow_unknown: 404,
  effect_unknown: 404,
  line_unknown: 404,
  upload_unknown: 404,
  endpoint_unknown: 404,
  notification_unknown: 404,
  merge_unknown: 404,
  bulk_change_unknown: 404,
  erasure_unknown: 404,
  view_unknown: 404,
  import_state_invalid: 409,
  import_busy: 409,
  import_changed: 409,
  workspace_exists: 409,
  member_exists: 409,
  field_exists: 409,
  source_exists: 409,
  tag_exists: 409,
  key_exists: 409,
  workflow_exists: 409,
  idempotency_busy: 409,
  idempotency_secret: 409,
  upload_incomplete: 409,
  endpoint_exists: 409,
  merge_undone: 409,
  bulk_change_undone: 409,
  bulk_change_expired: 409,
  merge_covered: 409,
  contacts_changed: 409,
  contact_exists: 409,
  import_at_work: 409,
  waiting_import_names_them: 409,
  erasure_begun: 409,
  version_conflict: 412,
  body_too_large: 413,
  file_too_large: 413,
  media_type_unsupported: 415,
  too_many_requests: 429,
  uploads_too_many: 429,
  search_under_way: 503,
  store_busy: 503,
  store_unreachable: 503,
  store_newer: 503,
  store_half_moved: 503,
  move_refused: 409,
  store_read_only: 503,
  store_damaged: 500,
  disk_full: 507,
  storage_unreachable: 503,
  storage_refused: 500,
  server_fault: 500,
};

export type InvalidPart = {
  readonly where: string;
  readonly message: string;
  /** Of a value: what is wrong with it, and what to do. */
  readonly code?: ProblemCode;
  readonly fix?: string;
  /** Who is there already. */
  readonly contact?: { readonly id: string; readonly name: string };
};

export type ProblemJson = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly fix: string;
  readonly line?: number;
  readonly names?: readonly string[];
  readonly errors?: readonly InvalidPart[];
};

export function problemResponse(
  refusal: Refusal,
  more: { readonly errors?: readonly InvalidPart[]; readonly headers?: Readonly<Record<string, string>> } = {},
): Response {
  const { code, message, line, names } = refusal;
  const status = STATUS[code] ?? 422;
  const body: ProblemJson = {
    type: `/api/docs/problems#${code}`,
    title: catalogue[code].title,
    status,
    detail: message,
    code,
    fix: overHttp(refusal),
    ...(line === undefined ? {} : { line }),
    ...(names === undefined ? {} : { names }),
    ...(more.errors === undefined ? {} : { errors: more.errors }),
  };
  return Response.json(body, { status, headers: { ...more.headers, "Content-Type": "application/problem+json" } });
}

/** What of a request does not fit its schema, by where it stands. */
const invalidParts = (error: z.ZodError): readonly InvalidPart[] =>
  error.issues.map((issue) => ({ where: issue.path.map(String).join(".") || "request", message: messageOf(issue) }));

/** What it takes, where the schema's own words would say what a program made of it. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type" && issue.expected === "number") return "it takes a number";
  if (issue.code !== "invalid_union" || issue.message !== "Invalid input") return issue.message;
  const taken = issue.errors.flat().flatMap((inner) => (inner.code === "invalid_type" ? [inner.expected] : []));
  return taken.length === 0 ? issue.message : `it takes ${[...new Set(taken)].join(" or ")}`;
}

/** What came is not as its schema has it. */
export const invalid = (error: z.ZodError): Response => {
  const errors = invalidParts(error);
  const [first] = errors;
  const { refusal } = refuseWith(
    "request_invalid",
    `${first?.where ?? "The request"}: ${first?.message ?? "is wrong"}.`,
  );
  return problemResponse(refusal, { errors });
};
