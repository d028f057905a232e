/** The contacts of the workspace. */
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { useWords } from "../words/words-provider.tsx";

export function ContactsPage() {
  const { empty, shell } = useWords();
  return (
    <>
      <PageHead title={shell.contacts} />
      <NothingYet icon="contacts" title={empty.imports} text={empty.importsText} />
    </>
  );
}
