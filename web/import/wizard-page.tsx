/** The steps of an import: File, Columns, Check, Import. */
import { Button } from "@mantine/core";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { NothingYet } from "../app/nothing-yet.tsx";
import { useWorkspace } from "../app/workspace-context.ts";
import { useWords } from "../words/words-provider.tsx";
import { CheckStep } from "./check/check-step.tsx";
import { ImportColumns } from "./columns/import-columns.tsx";
import { UploadColumns } from "./columns/upload-columns.tsx";
import { ChooseFile } from "./file/choose-file.tsx";
import { ImportFile } from "./file/import-file.tsx";
import { ReadFile } from "./file/read-file.tsx";
import { RunStep } from "./run/run-step.tsx";
import { wizardAt } from "./wizard-state.ts";

export function WizardPage() {
  const { importFile, shell } = useWords();
  const { may } = useWorkspace();
  const wizard = wizardAt(useParams({ strict: false }), useSearch({ strict: false }));
  if (!may("import"))
    return (
      <NothingYet icon="imports" title={importFile.mayNot} text={importFile.mayNotFix}>
        {may("read") && (
          <Button component={Link} to="/contacts">
            {shell.toContacts}
          </Button>
        )}
      </NothingYet>
    );
  switch (wizard.step) {
    case "file":
      if (wizard.of === "nothing") return <ChooseFile {...wizard} />;
      return wizard.of === "upload" ? <ReadFile {...wizard} /> : <ImportFile key={wizard.id} {...wizard} />;
    case "columns":
      // Another file, other choices: nothing of the former one stays.
      return wizard.of === "upload" ? (
        <UploadColumns key={wizard.id} {...wizard} />
      ) : (
        <ImportColumns key={wizard.id} {...wizard} />
      );
    case "check":
      return <CheckStep key={wizard.id} id={wizard.id} />;
    case "run":
      return <RunStep key={wizard.id} id={wizard.id} />;
  }
}
