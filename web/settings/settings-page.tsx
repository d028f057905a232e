/** Settings of the workspace. */
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { useWords } from "../words/words-provider.tsx";

export function SettingsPage() {
  const { empty, shell } = useWords();
  return (
    <>
      <PageHead title={shell.settings} />
      <NothingYet icon="settings" title={empty.settings} text={empty.settingsText} />
    </>
  );
}
