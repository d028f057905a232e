/** What may be done with an import besides: take things out, check its receipt, import its file again, remove it. */
import { Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { Link } from "@tanstack/react-router";
import { mayHappen } from "../../src/core/import-state.ts";
import { downloadLink } from "../api/download-link.ts";
import { errorsFile, importedFile, importReceipt, verifyImport } from "../api/endpoints/imports.ts";
import { useChange } from "../api/use-answer.ts";
import { useClient } from "../api/workspace-client.ts";
import { useWorkspace } from "../app/workspace-context.ts";
import { useWords } from "../words/words-provider.tsx";
import type { ImportDetail } from "./import-detail.ts";
import { useImportAgain } from "./use-import-again.ts";

type Props = {
  readonly detail: ImportDetail;
  readonly isBusy: boolean;
  readonly remove: () => void;
};

/** States in which contacts are as the import left them. */
const HAS_WRITTEN: ReadonlySet<ImportDetail["state"]> = new Set(["running", "interrupted", "done", "cancelled"]);

export function ImportMenuItems({ detail, isBusy, remove }: Props) {
  const { imports } = useWords();
  const { may } = useWorkspace();
  const client = useClient();
  const again = useImportAgain(detail);
  const verify = useVerify();
  const { import: id, state, outcomes, receipt, file } = detail;
  const asked = { params: { id }, query: {} };
  return (
    <>
      <Menu.Item component="a" href={downloadLink(client, importedFile, asked)} download={file}>
        {imports.downloadFile}
      </Menu.Item>
      {outcomes.failed > 0 && (
        <Menu.Item component="a" href={downloadLink(client, errorsFile, asked)} download>
          {imports.downloadErrors}
        </Menu.Item>
      )}
      {receipt !== null && (
        <>
          <Menu.Item component="a" href={downloadLink(client, importReceipt, asked)} download={`${id} receipt.json`}>
            {imports.downloadReceipt}
          </Menu.Item>
          <Menu.Item onClick={() => verify.mutate({ params: { id }, body: {} })}>{imports.verify}</Menu.Item>
        </>
      )}
      {detail.object.startsWith("contacts") && HAS_WRITTEN.has(state) && outcomes.created + outcomes.updated > 0 && (
        <Menu.Item component={Link} to="/contacts" search={{ filter: [`import=${id}`] } as never}>
          {imports.seeContacts}
        </Menu.Item>
      )}
      {may("import") && <Menu.Item onClick={() => again.mutate()}>{imports.again}</Menu.Item>}
      {may("remove_imports") && mayHappen(state, "remove") && !isBusy && (
        <>
          <Menu.Divider />
          <Menu.Item c="var(--muster-bad)" onClick={remove}>
            {imports.remove}
          </Menu.Item>
        </>
      )}
    </>
  );
}

function useVerify() {
  const { imports } = useWords();
  return useChange(verifyImport, {
    onDone({ verified, differences }) {
      notifications.show({
        title: verified ? imports.verifiedTitle : imports.notVerified,
        message: verified ? imports.verified : differences.map(({ what, says }) => `${what}: ${says}`).join("; "),
        color: verified ? "green" : "red",
        autoClose: verified ? 5000 : false,
      });
    },
  });
}
