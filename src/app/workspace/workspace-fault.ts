/** What went wrong in the background of one workspace, and was in nobody else's way. */
import type { Workspace } from "../ports.ts";

export type WorkspaceFault = {
  readonly workspace: Workspace;
  readonly work: "bulk changes" | "erasures" | "workflows" | "search index";
  readonly error: unknown;
};

export type OnWorkspaceFault = (fault: WorkspaceFault) => void;
