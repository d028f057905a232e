/** A ledger without lines: none is like the filter, or none is written yet. */
import { Button } from "@mantine/core";
import { NothingYet } from "../app/nothing-yet.tsx";
import { useWords } from "../words/words-provider.tsx";

type Props = { readonly isFiltered: boolean; readonly clearFilter: () => void };

export function LedgerEmpty({ isFiltered, clearFilter }: Props) {
  const { imports } = useWords();
  if (!isFiltered) return <NothingYet icon="file" title={imports.nothingYet} text={imports.nothingYetText} />;
  return (
    <NothingYet icon="filter" title={imports.noSuchLines} text={imports.noSuchLinesText}>
      <Button variant="default" onClick={clearFilter}>
        {imports.clearFilter}
      </Button>
    </NothingYet>
  );
}
