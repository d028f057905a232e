/** A JSON body, whole in memory: bounded, unlike files. */
import { accept, type Result, refuseWith } from "../../core/problem/refusal.ts";
import { JSON_BYTES } from "../limits.ts";
import type { SentBytes } from "./sent-bytes.ts";

/** No body counts as an empty object, so that what may be left out may be left out whole. */
export async function jsonOf(sent: SentBytes): Promise<Result<unknown>> {
  const type = sent.contentType;
  if (type !== "" && !/^application\/(\w+\+)?json\b/i.test(type))
    return refuseWith("media_type_unsupported", `The body is ${type.slice(0, 80)}, and JSON is read here.`);
  const text = await sent.text(JSON_BYTES);
  if (text === null) return refuseWith("body_too_large", `The body is longer than ${JSON_BYTES} bytes.`);
  if (text.trim() === "") return accept({});
  if (type === "") return refuseWith("media_type_unsupported", "The body has no Content-Type, and JSON is read here.");
  try {
    return accept(JSON.parse(text));
  } catch {
    return refuseWith("request_invalid", "The body is no JSON.");
  }
}
