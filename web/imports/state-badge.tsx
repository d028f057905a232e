/** In which state an import is. */
import { Badge } from "@mantine/core";
import type { ImportState } from "../../src/core/import-state.ts";
import { useWords } from "../words/words-provider.tsx";

/** Those that keep their contrast in light and dark. */
const COLOURS: Readonly<Record<ImportState, string>> = {
  received: "dimmed",
  planned: "var(--mantine-color-anchor)",
  running: "var(--mantine-color-anchor)",
  interrupted: "var(--muster-warn)",
  done: "var(--muster-good)",
  cancelled: "dimmed",
  refused: "var(--muster-bad)",
  undoing: "var(--mantine-color-anchor)",
  undone: "dimmed",
};

export function StateBadge({ state }: { readonly state: ImportState }) {
  const { imports } = useWords();
  return (
    <Badge variant="outline" c={COLOURS[state]} bd="1px solid currentColor" size="sm" flex="none" miw="max-content">
      {imports.states[state] ?? state}
    </Badge>
  );
}
