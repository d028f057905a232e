/** Ways in for contacts. Whoever may not import does not see it. */
import { Button, Menu } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { downloadLink } from "../api/download-link.ts";
import { downloadTemplate } from "../api/endpoints/exports.ts";
import { useClient } from "../api/workspace-client.ts";
import { Icon } from "../app/icon.tsx";
import { useLabel, useWorkspace } from "../app/workspace-context.ts";
import { useWords } from "../words/words-provider.tsx";

export function AddMenu() {
  const { contacts } = useWords();
  const { may, workspace } = useWorkspace();
  const label = useLabel();
  const client = useClient();
  const navigate = useNavigate();
  if (!may("import")) return null;
  const { importEntry, updateEntry } = workspace.labels;
  const template = downloadLink(client, downloadTemplate, { params: { what: "contacts" }, query: { format: "xlsx" } });
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button leftSection={<Icon name="plus" size={14} />}>{label("add", contacts.add)}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="imports" />} onClick={() => void navigate({ to: "/import" })}>
          {label("importEntry", contacts.importEntry)}
        </Menu.Item>
        {updateEntry !== importEntry && (
          <Menu.Item
            leftSection={<Icon name="refresh" />}
            onClick={() => void navigate({ to: "/import", search: { mode: "update" } })}
          >
            {label("updateEntry", contacts.updateEntry)}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item component="a" href={template} download leftSection={<Icon name="file" />}>
          {contacts.template}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
