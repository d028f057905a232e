/** What the composition root hands over: the data, who acts in it, and which files may be read. */
import type { Ports } from "../app/ports.ts";
import type { WhoActs } from "../app/workspace/find-actor.ts";

export type AssistantParts = {
  /** A connection of its own each time, which whoever asks closes. */
  openPorts(): Promise<Ports>;
  /** Slug of the workspace. */
  readonly workspace: string;
  readonly who: WhoActs;
  /** Files may be read in this folder alone; null = wherever the process may. */
  readonly folder: string | null;
  readonly version: string;
  /** Faults, for whoever runs it: never on stdout, which is the protocol's. */
  readonly log: (error: unknown) => void;
};
