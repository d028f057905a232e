/** Which methods the endpoints at a path take. */
import { API } from "./bind.ts";
import type { Endpoint } from "./contract/endpoint.ts";

const ORDER = ["get", "head", "post", "put", "patch", "delete"] as const satisfies readonly Endpoint["method"][];

/** In capitals; empty where there is nothing at the path. HEAD is answered wherever GET is. */
export function methodsAt(endpoints: readonly Endpoint[], path: string): readonly string[] {
  const parts = path.split("/");
  const taken = new Set(endpoints.filter((spec) => isAt(API + spec.path, parts)).map(({ method }) => method));
  if (taken.has("get")) taken.add("head");
  return ORDER.filter((method) => taken.has(method)).map((method) => method.toUpperCase());
}

function isAt(pattern: string, parts: readonly string[]): boolean {
  const wanted = pattern.split("/");
  return wanted.length === parts.length && wanted.every((part, at) => part.startsWith("{") || part === parts[at]);
}
