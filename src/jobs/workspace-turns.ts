/** The turns of workspaces: what goes wrong in one is told, and keeps no other from its turn; that one is passed over for a while. An outage is everybody's. */
import type { Workspace } from "../app/ports.ts";
import type { OnWorkspaceFault, WorkspaceFault } from "../app/workspace/workspace-fault.ts";
import { isOutage } from "./outlast.ts";

const PASSED_OVER_MS = 60_000;

export class WorkspaceTurns {
  readonly #work: WorkspaceFault["work"];
  readonly #onFault: OnWorkspaceFault;
  /** When those that are passed over have a turn again, by their numbers. */
  readonly #again = new Map<number, number>();

  constructor(work: WorkspaceFault["work"], onFault: OnWorkspaceFault) {
    this.#work = work;
    this.#onFault = onFault;
  }

  /** @returns null = it was passed over, or went wrong */
  async take<T>(workspace: Workspace, turn: () => Promise<T>): Promise<T | null> {
    if ((this.#again.get(workspace.number) ?? 0) > performance.now()) return null;
    try {
      const answer = await turn();
      this.#again.delete(workspace.number);
      return answer;
    } catch (error) {
      if (isOutage(error)) throw error;
      this.#again.set(workspace.number, performance.now() + PASSED_OVER_MS);
      this.#onFault({ workspace, work: this.#work, error });
      return null;
    }
  }
}
