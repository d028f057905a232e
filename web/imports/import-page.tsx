/** One import. */
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { useWords } from "../words/words-provider.tsx";

export function ImportPage() {
  const { empty, shell } = useWords();
  return (
    <>
      <PageHead title={shell.imports} />
      <NothingYet icon="imports" title={empty.imports} text={empty.importsText} />
    </>
  );
}
