/** Who is signed in, in which workspace, and what may be done there. */
import { createContext, useContext } from "react";
import type { Action } from "../../src/core/member/permissions.ts";
import { muster } from "../../src/core/policy/presets/muster.ts";
import type { AnswerOf } from "../../src/http/contract/endpoint.ts";
import type { whoAmI } from "../../src/http/contract/workspaces.ts";

export type Me = AnswerOf<typeof whoAmI>;
export type Membership = Me["workspaces"][number];

export type InWorkspace = { readonly me: Me; readonly workspace: Membership };

export const WorkspaceContext = createContext<InWorkspace | null>(null);

export function useWorkspace(): InWorkspace & { readonly may: (action: Action) => boolean } {
  const found = useContext(WorkspaceContext);
  if (found === null) throw new Error("There is no workspace outside the shell.");
  return { ...found, may: (action) => found.workspace.may.includes(action) };
}

type LabelName = keyof typeof muster.labels;

/** What the workspace's preset calls something; its own word only where it is not the usual one, which is translated. */
export function useLabel(): (name: LabelName, usual: string) => string {
  const { workspace } = useWorkspace();
  return (name, usual) => {
    const label = workspace.labels[name];
    return label === undefined || label === muster.labels[name] ? usual : label;
  };
}
