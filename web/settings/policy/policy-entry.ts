/** One key of the policy as the server answers it, and its sentence in the reader's language. */
import type { PolicyKey } from "../../../src/core/policy/policy-keys.ts";
import type { AnswerOf } from "../../../src/http/contract/endpoint.ts";
import type { listPolicyKeys } from "../../../src/http/contract/workspaces.ts";
import type { Words } from "../../words/en.ts";

export type PolicyEntry = AnswerOf<typeof listPolicyKeys>["items"][number];

export type Sentence = {
  /** Up to where the choice stands. */
  readonly lead: string;
  /** What values are called, by how they are written. */
  readonly values: Readonly<Record<string, string>>;
  readonly more: string;
};

/** A server that is newer than this page may have keys that it has no words for. */
export const sentenceOf = ({ policyReading, policyWriting }: Words, { key, says }: Pick<PolicyEntry, "key" | "says">) =>
  (({ ...policyReading, ...policyWriting }) as Readonly<Record<string, Sentence>>)[key as PolicyKey] ?? {
    lead: `${key}:`,
    values: {},
    more: says,
  };
