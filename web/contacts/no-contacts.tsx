/** The list without a row: because there are no contacts, or because none is like what is looked for. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Icon } from "../app/icon.tsx";
import { NothingYet } from "../app/nothing-yet.tsx";
import { useLabel, useWorkspace } from "../app/workspace-context.ts";
import { useWords } from "../words/words-provider.tsx";

type Props = { readonly isNarrowed: boolean; readonly widen: () => void };

export function NoContacts({ isNarrowed, widen }: Props) {
  const { contacts } = useWords();
  const label = useLabel();
  const { may } = useWorkspace();
  if (isNarrowed)
    return (
      <NothingYet icon="search" title={contacts.noneFound} text={contacts.noneFoundText}>
        <Button variant="default" onClick={widen}>
          {contacts.removeFilters}
        </Button>
      </NothingYet>
    );
  const mayImport = may("import");
  return (
    <NothingYet icon="contacts" title={contacts.none} text={mayImport ? contacts.noneText : contacts.noneViewer}>
      {mayImport && (
        <Button component={Link} to="/import" leftSection={<Icon name="imports" size={14} />}>
          {label("importEntry", contacts.importEntry)}
        </Button>
      )}
    </NothingYet>
  );
}
