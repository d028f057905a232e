/** Workspaces as programs read them. */
import type { Workspace } from "../ports.ts";

export const workspaceJson = ({ slug, name, preset, createdAt }: Workspace) => ({
  ...{ slug, name, preset },
  createdAt: new Date(createdAt).toISOString(),
});
