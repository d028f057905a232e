/** Which rows of a grid are chosen. */
import { useCallback, useMemo, useState } from "react";
import type { Choice } from "./grid-props.ts";

export function useChoice(): Choice & { readonly clear: () => void } {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((id: string) => setChosen((now) => now.symmetricDifference(new Set([id]))), []);
  const toggleAll = useCallback((ids: readonly string[]) => {
    setChosen((now) => (ids.every((id) => now.has(id)) ? new Set() : new Set([...now, ...ids])));
  }, []);
  const clear = useCallback(() => setChosen(new Set()), []);
  return useMemo(() => ({ chosen, toggle, toggleAll, clear }), [chosen, toggle, toggleAll, clear]);
}
