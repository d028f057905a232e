/** What a person has arranged for themselves in a workspace, kept in this browser. */
import { useLocalStorage } from "@mantine/hooks";
import { useWorkspace } from "../app/workspace-context.ts";

export function useKept<T>(name: string, usual: T): readonly [T, (value: T) => void] {
  const { me, workspace } = useWorkspace();
  const [kept, keep] = useLocalStorage<T>({
    key: `muster/${workspace.slug}/${me.email ?? me.name}/${name}`,
    defaultValue: usual,
    getInitialValueInEffect: false,
  });
  return [kept, keep];
}
