/** The top of a list of objects: its title, how many are shown, and what can be taken out of it. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { downloadLink } from "../api/download-link.ts";
import { downloadExport } from "../api/endpoints/exports.ts";
import { useClient } from "../api/workspace-client.ts";
import type { IconName } from "../app/icon.tsx";
import { NothingYet } from "../app/nothing-yet.tsx";
import { PageHead } from "../app/page-head.tsx";
import { useWorkspace } from "../app/workspace-context.ts";
import { useWords } from "../words/words-provider.tsx";

type Props = {
  readonly title: string;
  readonly note?: ReactNode;
  readonly what: "accounts" | "opportunities";
  /** What of it is exported. */
  readonly search: string | undefined;
  readonly filter: readonly string[];
  /** Buttons before that of the export. */
  readonly children?: ReactNode;
};

export function ListHead({ title, note, what, search, filter, children }: Props) {
  const { deals } = useWords();
  const client = useClient();
  const asked = { params: { what }, query: { filter: [...filter], ...(search ? { search } : {}) } };
  return (
    <PageHead title={title} note={note}>
      {children}
      <Button variant="default" component="a" href={downloadLink(client, downloadExport, asked)} download>
        {deals.export}
      </Button>
    </PageHead>
  );
}

type NoneProps = { readonly icon: IconName; readonly title: string; readonly none: string; readonly text: string };

/** The whole page while the workspace has none of them. */
export function NoneImported({ icon, title, none, text }: NoneProps) {
  const { empty } = useWords();
  const { may } = useWorkspace();
  return (
    <>
      <PageHead title={title} />
      <NothingYet icon={icon} title={none} text={text}>
        {may("import") && (
          <Button component={Link} to="/import">
            {empty.importFile}
          </Button>
        )}
      </NothingYet>
    </>
  );
}
