/** The ways in for contacts. */
import { Menu } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { downloadLink } from "../api/download-link.ts";
import { downloadTemplate } from "../api/endpoints/exports.ts";
import { useClient } from "../api/workspace-client.ts";
import { Icon } from "../app/icon.tsx";
import { OpenedMenu } from "../app/opened-menu.tsx";
import type { Opening } from "../app/opener.tsx";
import { useLabel, useWorkspace } from "../app/workspace-context.ts";
import { useWords } from "../words/words-provider.tsx";

export default function AddMenuItems({ opening }: { readonly opening: Opening }) {
  const { contacts } = useWords();
  const { workspace, may } = useWorkspace();
  const label = useLabel();
  const client = useClient();
  const navigate = useNavigate();
  const { importEntry, updateEntry } = workspace.labels;
  const template = downloadLink(client, downloadTemplate, { params: { what: "contacts" }, query: { format: "xlsx" } });
  return (
    <OpenedMenu opening={opening} position="bottom-end" width={220}>
      {may("import") && (
        <Menu.Item leftSection={<Icon name="imports" />} onClick={() => void navigate({ to: "/import" })}>
          {label("importEntry", contacts.importEntry)}
        </Menu.Item>
      )}
      {may("import") && updateEntry !== importEntry && (
        <Menu.Item
          leftSection={<Icon name="refresh" />}
          onClick={() => void navigate({ to: "/import", search: { mode: "update" } })}
        >
          {label("updateEntry", contacts.updateEntry)}
        </Menu.Item>
      )}
      {may("change_contacts") && (
        <Menu.Item leftSection={<Icon name="person" />} onClick={() => void navigate({ to: "/contacts/new" })}>
          {contacts.createEntry}
        </Menu.Item>
      )}
      <Menu.Divider />
      <Menu.Item component="a" href={template} download leftSection={<Icon name="file" />}>
        {contacts.template}
      </Menu.Item>
    </OpenedMenu>
  );
}
