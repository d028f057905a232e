/** Workspaces, their policies and their own fields. */
import type { Field } from "../../core/contact/field.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { PolicyDifference } from "../../core/policy/set-policy.ts";
import type { Result } from "../../core/problem/refusal.ts";
import type { KeptSource, Promoted } from "./kept-source.ts";

export type Workspace = {
  readonly number: number;
  readonly slug: string;
  readonly name: string;
  readonly preset: string;
  readonly policy: Policy;
  /** Scrambles the numbers of this workspace into public ids. */
  readonly idKey: number;
  readonly createdAt: number;
};

export interface WorkspaceStore {
  list(): Promise<readonly Workspace[]>;
  bySlug(slug: string): Promise<Workspace | null>;
  byNumber(number: number): Promise<Workspace | null>;
  create(workspace: Omit<Workspace, "number">): Promise<Result<Workspace>>;
  /** @param change is kept with it; absent = nobody has to know */
  setPolicy(workspace: number, next: Pick<Workspace, "preset" | "policy">, change?: PolicyChange): Promise<void>;
  /** Newest first. */
  policyChanges(workspace: number): Promise<readonly PolicyChange[]>;
}

/** What somebody has changed in a workspace's policy at one time. */
export type PolicyChange = {
  readonly at: number;
  readonly by: string;
  readonly changed: readonly PolicyDifference[];
};

export interface FieldStore {
  /** The workspace's own fields of a kind of object, unsaid of contacts, in the order they were made. */
  list(workspace: number, object?: ObjectKind): Promise<readonly Field[]>;
  add(workspace: number, field: Field): Promise<Result<Field>>;
  change(workspace: number, field: Field): Promise<void>;
  /** Values that objects hold become custom data under `keepAs`; answers how many of them had one. */
  remove(workspace: number, field: Field, keepAs: string): Promise<number>;
  /** Makes the field and gives it what contacts keep under the name, as `read` reads it; null = it stays where it is. All or nothing. */
  promote(workspace: number, field: Field, from: KeptSource): Promise<Result<Promoted>>;
}
