/** What a server says of a request before it reaches anything of a workspace. */
import type { CatalogueEntry } from "./catalogue-entry.ts";

export const serverRefusals = {
  request_invalid: {
    kind: "refusal",
    title: "The request is not as it must be",
    cause: "A parameter or a part of the body is missing, unknown, or not of the form that the endpoint takes.",
    fix: "Send what the message asks for; errors names each part, where there are several. /api/docs describes the endpoint.",
  },
  signed_out: {
    kind: "refusal",
    title: "Nobody is signed in",
    cause: "The request carries no API key and no session, or a session that has ended.",
    fix: "Send Authorization: Bearer mst_… (muster keys create NAME makes a key), or sign in.",
  },
  cross_site: {
    kind: "refusal",
    title: "The request comes from another site",
    cause: "A session's cookie came with a request that a page of another address has sent.",
    fix: "Send it from the server's own pages, or with an API key.",
  },
  route_unknown: {
    kind: "refusal",
    title: "There is nothing at this address",
    cause: "No endpoint has this path.",
    fix: "See /api/docs, which lists the endpoints.",
  },
  method_not_allowed: {
    kind: "refusal",
    title: "Not with this method",
    cause: "There is an endpoint at this path, and it takes other methods.",
    fix: "Use one of the methods that the header Allow names. /api/docs lists the endpoints.",
  },
  body_too_large: {
    kind: "refusal",
    title: "The body is too large",
    cause: "A JSON body is longer than any that the endpoint could need.",
    fix: "Send files as multipart/form-data, as the raw body, or by resumable upload, which have no such limit.",
  },
  media_type_unsupported: {
    kind: "refusal",
    title: "The body is of a type that is not read here",
    cause: "The header Content-Type is missing, or names a type that the endpoint does not take.",
    fix: "Send one of the types that /api/docs names for the endpoint.",
  },
  too_many_requests: {
    kind: "refusal",
    title: "Too many requests",
    cause: "More requests came from this key, session or address than are answered in a minute.",
    fix: "Wait for as many seconds as the header Retry-After says, and send them more slowly.",
  },
  version_conflict: {
    kind: "refusal",
    title: "It has changed since it was read",
    cause: "The header If-Match names a version that is no longer the present one.",
    fix: "Read it again, and send the change with the ETag of that answer.",
  },
  idempotency_mismatch: {
    kind: "refusal",
    title: "The idempotency key was used for another request",
    cause: "A request with this Idempotency-Key has come before, with another address or body.",
    fix: "Use a new key for a new request, and the same one only to repeat a request exactly.",
  },
  search_under_way: {
    kind: "refusal",
    title: "The search is still under way",
    cause: "Comparing so many contacts takes longer than an answer may wait. It goes on.",
    fix: "Ask again in a minute: what was found by then is kept for a while.",
  },
  idempotency_busy: {
    kind: "refusal",
    title: "The same request is being answered",
    cause: "A request with this Idempotency-Key has come before and is still under way.",
    fix: "Wait for its answer, or send it again a little later: it is then answered with what came of the first.",
  },
  idempotency_secret: {
    kind: "refusal",
    title: "It was done, and its secret is not shown twice",
    cause:
      "A request with this Idempotency-Key has come before. Its answer held a key, a token, a link or another secret.",
    fix: "Send it with a new Idempotency-Key for another secret; end what the first request has made, if its answer was lost.",
  },
  body_cut_off: {
    kind: "refusal",
    title: "The body ended before it was whole",
    cause: "The connection was closed, or rested for too long, before all of the body had come.",
    fix: "Send it again; a large file is best sent by resumable upload, which goes on where it was cut off.",
  },
  upload_unknown: {
    kind: "refusal",
    title: "There is no such upload",
    cause:
      "The id is none of an upload that whoever asks has begun in this workspace, or its file was imported or waited for more than a day.",
    fix: "Upload the file again.",
  },
  upload_incomplete: {
    kind: "refusal",
    title: "The upload is not whole yet",
    cause: "A resumable upload has not come to its end.",
    fix: "Go on with the upload; its offset says from where.",
  },
  uploads_too_many: {
    kind: "refusal",
    title: "Too many uploads wait",
    cause: "As many uploaded files as one person or key may have wait for their import.",
    fix: "Import or delete some of them; each is removed by itself after a day.",
  },
  server_fault: {
    kind: "refusal",
    title: "Something went wrong inside",
    cause: "This is a fault of Muster's. The log has it under the request's id.",
    fix: "Try again; if it stays, report it with the X-Request-Id of the answer.",
  },
} as const satisfies Record<string, CatalogueEntry>;
