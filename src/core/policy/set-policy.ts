/** Reads and changes a policy key by key, from texts that people write and documents that were stored or sent. */
import { nearWords } from "../problem/near-words.ts";
import { accept, type Refusal, type Result, refuseNaming, refuseWith } from "../problem/refusal.ts";
import { shown } from "../problem/shown-text.ts";
import type { Policy } from "./policy.ts";
import { POLICY_KEY_NAMES, POLICY_KEYS, type PolicyKey } from "./policy-keys.ts";
import type { PolicyValueKind } from "./policy-value.ts";

const fold = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "");

const BY_NAME: ReadonlyMap<string, PolicyKey> = new Map(
  POLICY_KEY_NAMES.flatMap((key) =>
    [key, ...(POLICY_KEYS[key].aliases ?? [])].map((name) => [fold(name), key] as const),
  ),
);

/** The kind of a key that is only known at run time. */
const kindOf = (key: PolicyKey): PolicyValueKind<unknown> => POLICY_KEYS[key].kind;

/** Capitals, spaces, hyphens and underscores do not count: `in-file` is inFile. */
export function findPolicyKey(name: string): Result<PolicyKey> {
  const key = BY_NAME.get(fold(name));
  if (key !== undefined) return accept(key);
  const near = nearWords(name, POLICY_KEY_NAMES);
  const hint = near.length > 0 ? `; did you mean ${near.join(" or ")}?` : ".";
  return refuseNaming("policy_key_unknown", [name], `There is no policy key “${shown(name)}”${hint}`);
}

export function parsePolicyValue<K extends PolicyKey>(key: K, text: string): Result<Policy[K]> {
  const value = POLICY_KEYS[key].kind.parse(text);
  return value === undefined ? refuseValue(key, text) : accept(value);
}

export const renderPolicyValue = <K extends PolicyKey>(key: K, value: Policy[K]): string =>
  POLICY_KEYS[key].kind.render(value);

/** `name` may be an alias. */
export function setPolicyValue(policy: Policy, name: string, text: string): Result<Policy> {
  const key = findPolicyKey(name);
  if (!key.ok) return key;
  const value = kindOf(key.value).parse(text);
  return value === undefined ? refuseValue(key.value, text) : accept({ ...policy, [key.value]: value });
}

/** A whole policy from a JSON document: every key must be there, none that is unknown, each with a value it takes. */
export function policyFromJson(json: unknown): Result<Policy> {
  if (typeof json !== "object" || json === null || Array.isArray(json))
    return refuseWith("policy_value_invalid", "A policy is an object with one value per key.");
  const given = new Map<string, unknown>(Object.entries(json));
  for (const name of given.keys()) {
    if (!Object.hasOwn(POLICY_KEYS, name)) {
      const known = findPolicyKey(name);
      return known.ok
        ? refuseNaming(
            "policy_key_unknown",
            [name],
            `There is no policy key “${shown(name)}”; its name is ${known.value}.`,
          )
        : known;
    }
  }
  for (const key of POLICY_KEY_NAMES) {
    if (!given.has(key)) return refuseWith("policy_value_invalid", `The policy has no ${key}.`);
    if (!kindOf(key).accepts(given.get(key))) return refuseValue(key, JSON.stringify(given.get(key)) ?? "");
  }
  // Each key was looked at above.
  return accept(Object.fromEntries(POLICY_KEY_NAMES.map((key) => [key, given.get(key)])) as unknown as Policy);
}

/** A key that differs, its values as they are shown. */
export type PolicyDifference = { readonly key: PolicyKey; readonly from: string; readonly to: string };

export const policyDifferences = (from: Policy, to: Policy): readonly PolicyDifference[] =>
  POLICY_KEY_NAMES.map((key) => ({
    key,
    from: kindOf(key).render(from[key]),
    to: kindOf(key).render(to[key]),
  })).filter((difference) => difference.from !== difference.to);

function refuseValue(key: PolicyKey, text: string): { readonly ok: false; readonly refusal: Refusal } {
  const message = `The policy key ${key} does not take “${shown(text)}”; it takes ${POLICY_KEYS[key].kind.takes}.`;
  return refuseWith("policy_value_invalid", message);
}
