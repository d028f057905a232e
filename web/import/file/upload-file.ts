/** Sends a file to wait for its import, and tells how much of it is there. Large ones go in parts, which survive a lost connection. */
import { ApiProblem } from "../../../src/http/client.ts";
import type { AnswerOf } from "../../../src/http/contract/endpoint.ts";
import { makeUpload } from "../../api/endpoints/uploads.ts";

type Upload = AnswerOf<typeof makeUpload>;

type Sending = {
  /** They say who sends it, where the cookie does not, and where to. */
  readonly headers: Readonly<Record<string, string>>;
  /** Share of the file that is there, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

/** From here on parts are worth their requests. */
const PARTS_FROM_BYTES = 32 * 1024 * 1024;
const PART_BYTES = 8 * 1024 * 1024;
const RETRY_MS = [0, 1000, 3000, 5000, 10_000];

/** The id of the upload. Throws `ApiProblem`. */
export const uploadFile = (file: File, sending: Sending): Promise<string> =>
  file.size >= PARTS_FROM_BYTES ? sendInParts(file, sending) : sendAtOnce(file, sending);

/** `fetch` does not tell how much was sent. */
function sendAtOnce(file: File, { headers, onProgress, signal }: Sending): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1${makeUpload.path}?${new URLSearchParams({ name: file.name })}`);
    request.responseType = "json";
    request.setRequestHeader("Content-Type", "application/octet-stream");
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    request.onload = () =>
      request.status === 201
        ? resolve((request.response as Upload).upload)
        : reject(problemOf(request.status, request.response));
    request.onerror = () => reject(new TypeError("The server cannot be reached."));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

async function sendInParts(file: File, { headers, onProgress, signal }: Sending): Promise<string> {
  const { Upload: PartsUpload, DetailedError } = await import("tus-js-client");
  return new Promise((resolve, reject) => {
    const upload = new PartsUpload(file, {
      endpoint: "/api/v1/uploads/tus",
      chunkSize: PART_BYTES,
      retryDelays: RETRY_MS,
      metadata: { filename: file.name },
      headers,
      onProgress: (sent, total) => onProgress(total === 0 ? 1 : sent / total),
      onSuccess: () => resolve(upload.url?.split("/").at(-1) ?? ""),
      onError(error) {
        const response = error instanceof DetailedError ? error.originalResponse : null;
        reject(response ? problemOf(response.getStatus(), jsonOf(response.getBody())) : error);
      },
    });
    signal.addEventListener("abort", () => void upload.abort(true));
    upload.start();
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Refused = { readonly code?: string; readonly detail?: string; readonly fix?: string };

function problemOf(status: number, body: unknown): ApiProblem {
  const { code = "server_fault", detail = `HTTP ${status}`, fix = "" } = (body ?? {}) as Refused;
  return new ApiProblem(status, { code: code as "server_fault", message: detail, fix });
}
