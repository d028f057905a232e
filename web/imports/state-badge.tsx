/** In which state an import is. */
import { Badge, type MantineColor } from "@mantine/core";
import type { ImportState } from "../../src/core/import-state.ts";
import { useWords } from "../words/words-provider.tsx";

const COLOURS: Readonly<Record<ImportState, MantineColor>> = {
  received: "gray",
  planned: "accent",
  running: "accent",
  interrupted: "orange",
  done: "green",
  cancelled: "gray",
  refused: "red",
  undoing: "accent",
  undone: "gray",
};

export function StateBadge({ state }: { readonly state: ImportState }) {
  const { imports } = useWords();
  return (
    <Badge color={COLOURS[state]} variant="outline" size="sm" flex="none">
      {imports.states[state] ?? state}
    </Badge>
  );
}
