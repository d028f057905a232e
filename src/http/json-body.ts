/** The body of a request as JSON, with a cap on how long it may be. */
import { type Result, refuseWith } from "../core/problem/refusal.ts";
import { JSON_BYTES } from "./limits.ts";

/** No body counts as an empty object, so that what may be left out may be left out whole. */
export async function jsonOf(request: Request): Promise<Result<unknown>> {
  const type = request.headers.get("content-type") ?? "";
  if (type !== "" && !/^application\/(\w+\+)?json\b/i.test(type))
    return refuseWith("media_type_unsupported", `The body is ${type.slice(0, 80)}, and JSON is read here.`);
  let text = "";
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const piece of request.body ?? []) {
    bytes += piece.length;
    if (bytes > JSON_BYTES) return refuseWith("body_too_large", `The body is longer than ${JSON_BYTES} bytes.`);
    text += decoder.decode(piece, { stream: true });
  }
  text += decoder.decode();
  if (text.trim() === "") return { ok: true, value: {} };
  if (type === "") return refuseWith("media_type_unsupported", "The body has no Content-Type, and JSON is read here.");
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return refuseWith("request_invalid", "The body is no JSON.");
  }
}
