/** Contacts that may be one person. */
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { useWords } from "../words/words-provider.tsx";

export function DuplicatesPage() {
  const { empty, shell } = useWords();
  return (
    <>
      <PageHead title={shell.contacts} />
      <NothingYet icon="merge" title={empty.imports} text={empty.importsText} />
    </>
  );
}
