/** Accounts of the workspace. */
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { useWords } from "../words/words-provider.tsx";

export function AccountsPage() {
  const { empty, shell } = useWords();
  return (
    <>
      <PageHead title={shell.accounts} />
      <NothingYet icon="accounts" title={empty.accounts} text={empty.accountsText} />
    </>
  );
}
