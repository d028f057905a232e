/**
 * What workflows, their effects and the look-up of profiles need from the outside. Everything that must not happen twice or
 * get lost is one transaction of these: the caller decides, in a function, on the state that the transaction sees.
 */
import type { FoundProfile } from "../../core/enrichment/profile.ts";
import type { Result } from "../../core/problem/refusal.ts";
import type { Advance, DoneStep, LeftOutResult } from "../../core/workflow/advance-run.ts";
import type { Effect, EffectCause, EffectKind } from "../../core/workflow/effect.ts";
import type { EffectState } from "../../core/workflow/effect-state.ts";
import type { Workflow } from "../../core/workflow/workflow.ts";

/** An import of a workspace, by their numbers. */
type Cause = { readonly workspace: number; readonly import: number };

export type StoredWorkflow = { readonly number: number; readonly workflow: Workflow; readonly changedAt: number };

/** The workflow of an import as it was when the import was made: a later change of it does not touch what is queued. */
export type QueuedWorkflow = {
  readonly number: number;
  readonly workflow: Workflow;
  /** Milliseconds for which its effects are held. */
  readonly holdMs: number;
};

export type WorkflowQueue = QueuedWorkflow & {
  readonly import: number;
  /** `open`: contacts are still to be queued. `queued`: all are. `cancelled`: nothing more runs. */
  readonly state: "open" | "queued" | "cancelled";
  /** Runs by state. */
  readonly runs: Readonly<Record<RunState, number>>;
  /** New contacts that were left out: marked Do Not Touch, or gone by then. */
  readonly leftOut: number;
  /** Steps that were left out of runs that went on, in their order. */
  readonly stepsLeftOut: readonly StepsLeftOut[];
};

/** `step` counts from 0; `runs` = for how many contacts. */
export type StepsLeftOut = { readonly step: number; readonly result: LeftOutResult; readonly runs: number };

type RunState = Advance["state"] | "cancelled";

export type DueRun = QueuedWorkflow & {
  readonly import: number;
  readonly contact: number;
  /** By field key, as the contact is now; null where it is gone. */
  readonly values: ReadonlyMap<string, string> | null;
  readonly step: number;
};

/** A step that has run, as a contact's history shows it. */
export type StepEvent = {
  readonly import: number;
  /** Name of the workflow. */
  readonly workflow: string;
  readonly at: number;
  readonly step: DoneStep["step"];
  readonly changes: NonNullable<DoneStep["changes"]>;
};

/** What an undo takes back, or has to leave: effects that are cancelled, and those that are out. */
export type EffectTally = { readonly runs: number; readonly waiting: number; readonly sent: number };

export interface WorkflowStore {
  /** By name. */
  list(workspace: number): Promise<readonly StoredWorkflow[]>;
  add(workspace: number, workflow: Workflow, at: number): Promise<Result<StoredWorkflow>>;
  change(workspace: number, changed: StoredWorkflow): Promise<Result<StoredWorkflow>>;
  /** Imports that queued it keep their copy. */
  remove(workspace: number, number: number): Promise<void>;
  /** Newest import first. */
  queues(workspace: number): Promise<readonly WorkflowQueue[]>;
  /**
   * Makes runs of the contacts that finished imports have created and that are not marked Do Not Touch, at most `limit` lines
   * at a time. False = there is nothing left to queue.
   */
  queueRuns(workspace: number, request: { readonly limit: number; readonly now: number }): Promise<boolean>;
  /** One transaction: runs that are due, what `decide` says of each, and where they are then. Answers how many there were. */
  advance(
    workspace: number,
    request: { readonly limit: number; readonly now: number },
    decide: (run: DueRun) => Advance,
  ): Promise<number>;
  /** Steps that changed the contact, newest first. */
  stepsOf(workspace: number, contact: number): Promise<readonly StepEvent[]>;
  /** Of the whole import, or of one contact of it. */
  tally(ref: Cause, contact: number | null): Promise<EffectTally>;
}

export type StoredEffect = {
  readonly number: number;
  /** The same at every attempt: who receives it twice can tell. */
  readonly key: string;
  readonly kind: EffectKind;
  readonly target: string;
  readonly state: EffectState;
  readonly cause: EffectCause;
  readonly import: number | null;
  readonly workflow: number | null;
  readonly contact: number | null;
  readonly step: number;
  /** The member or the webhook that it is for; null = a workflow's. */
  readonly about: number | null;
  readonly attempts: number;
  /** Not before this moment; for one that failed, the next attempt. */
  readonly dueAt: number;
  /** Of a mail that is not sent yet; null = there is none to tell. */
  readonly subject: string | null;
  /** Why the last attempt failed, in words that hold no value of a contact. */
  readonly error: string | null;
  readonly createdAt: number;
  readonly sentAt: number | null;
};

/** One that a worker has taken to send. */
export type ClaimedEffect = Pick<StoredEffect, "number" | "key" | "attempts" | "createdAt" | "cause"> & {
  readonly effect: Effect;
  /** What is down or up as one. */
  readonly lane: { readonly kind: EffectKind; readonly name: string };
};

export type EffectFilter = {
  readonly import: number | null;
  readonly states: readonly EffectState[];
  /** Only effects after this number. */
  readonly after: number;
  readonly limit: number;
};

/**
 * What became of an attempt. `dueAt`: when the next one is. `unreachedAt`: the receiver was not there; after some such attempts
 * in a row it is left alone for a while.
 */
export type AttemptEnd =
  | { readonly state: "sent"; readonly at: number }
  | { readonly state: "failed"; readonly error: string; readonly dueAt: number; readonly unreachedAt?: number }
  | { readonly state: "dead"; readonly error: string; readonly unreachedAt?: number };

export interface OutboxStore {
  list(workspace: number, filter: EffectFilter): Promise<readonly StoredEffect[]>;
  /**
   * Takes those that are due, and those that a worker took and died with, for this holder alone: receiver by receiver in turn.
   * Cancels those that came too late.
   */
  claim(
    workspace: number,
    request: {
      readonly kinds: readonly EffectKind[];
      readonly limit: number;
      readonly now: number;
      readonly holder: string;
      /** A worker of which this is known will never say what became of its effects. */
      readonly isGone: (holder: string) => boolean;
    },
  ): Promise<readonly ClaimedEffect[]>;
  /** Nothing happens where another worker has taken it over meanwhile. */
  end(workspace: number, claimed: ClaimedEffect, end: AttemptEnd): Promise<void>;
  /** Has those that wait, failed or are dead tried at once, with their attempts counted anew, though their receiver be left alone. Answers how many. */
  retry(workspace: number, pick: EffectPick, now: number): Promise<number>;
  /** Answers how many were cancelled: those that wait, failed or are dead. */
  cancel(workspace: number, pick: EffectPick): Promise<number>;
  /** How many are in each state, by kind; `dueAt` = when the next one of them is due. */
  counts(workspace: number): Promise<readonly EffectCount[]>;
}

export type EffectPick = { readonly number: number } | { readonly import: number } | "all";

export type EffectCount = {
  readonly kind: EffectKind;
  readonly state: EffectState;
  readonly count: number;
  readonly dueAt: number;
};

/** What is known of a profile: what the service said, or why it said nothing. */
export type KnownProfile = FoundProfile & { readonly at: number };

export interface ProfileStore {
  save(workspace: number, profiles: ReadonlyMap<string, KnownProfile>): Promise<void>;
  find(workspace: number, urls: readonly string[]): Promise<ReadonlyMap<string, KnownProfile>>;
}

/** The enrichment service behind its address and key. Answers always, within its time limits. */
export interface ProfileSource {
  /** @param url a profile's address in its canonical form */
  lookUp(url: string, signal: AbortSignal | undefined): Promise<FoundProfile>;
}
