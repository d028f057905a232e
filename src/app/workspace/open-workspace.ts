/** Workspaces: the one a command works in, and new ones. */
import { presetNamed } from "../../core/policy/presets.ts";
import { accept, type Result, refuseNaming, refuseWith } from "../../core/problem/refusal.ts";
import type { Ports, Workspace } from "../ports.ts";

/** The workspace that a fresh data folder starts with. */
export const DEFAULT_WORKSPACE = "default";

/**
 * The workspace with this slug. In a fresh data folder `default` is made on first use, from the given preset or `muster`.
 */
export async function openWorkspace(
  ports: Ports,
  slug: string,
  preset: string | null = null,
): Promise<Result<Workspace>> {
  const known = await ports.store.workspaces.bySlug(slug);
  if (known) return accept(known);
  if (slug === DEFAULT_WORKSPACE) {
    const made = await createWorkspace(ports, { slug, name: "Default", preset: preset ?? "muster" });
    // Another process may have made it between the look and the insertion.
    if (made.ok || made.refusal.code !== "workspace_exists") return made;
    const theirs = await ports.store.workspaces.bySlug(slug);
    if (theirs) return accept(theirs);
  }
  const slugs = (await ports.store.workspaces.list()).map((workspace) => workspace.slug);
  return refuseWith("workspace_unknown", `There is no workspace ${slug}; there are ${slugs.join(", ") || "none yet"}.`);
}

export async function createWorkspace(
  ports: Ports,
  request: { readonly slug: string; readonly name: string; readonly preset: string },
): Promise<Result<Workspace>> {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(request.slug)) {
    return refuseNaming("workspace_invalid", [request.slug], `"${request.slug}" cannot be a workspace's slug.`);
  }
  const preset = presetNamed(request.preset);
  if (!preset.ok) return preset;
  const { policy } = preset.value;
  return ports.store.workspaces.create({ ...request, policy, idKey: ports.random(), createdAt: ports.now() });
}
