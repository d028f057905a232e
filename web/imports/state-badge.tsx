/** In which state an import is, or what it waits for until a worker is free. */
import { Badge } from "@mantine/core";
import type { ImportState } from "../../src/core/import-state.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ImportSummary } from "./import-detail.ts";

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

type Props = Pick<ImportSummary, "state" | "waits">;

export function StateBadge({ state, waits = null }: Props) {
  const { imports } = useWords();
  return (
    <Badge variant="outline" c={COLOURS[state]} bd="1px solid currentColor" size="sm" flex="none" miw="max-content">
      {(waits === null
        ? imports.states[state]
        : imports.waits[waits === "run" && state === "interrupted" ? "resume" : waits]) ?? state}
    </Badge>
  );
}
