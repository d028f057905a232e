/** Opportunities of the workspace. */
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { useWords } from "../words/words-provider.tsx";

export function OpportunitiesPage() {
  const { empty, shell } = useWords();
  return (
    <>
      <PageHead title={shell.opportunities} />
      <NothingYet icon="opportunities" title={empty.opportunities} text={empty.opportunitiesText} />
    </>
  );
}
