/** Takes out what the list shows, as a file that can be edited and brought back. */
import { ActionIcon, Menu, Text, Tooltip } from "@mantine/core";
import { downloadLink } from "../api/download-link.ts";
import { downloadExport } from "../api/endpoints/exports.ts";
import { useClient } from "../api/workspace-client.ts";
import { Icon } from "../app/icon.tsx";
import { useWords } from "../words/words-provider.tsx";

type Props = {
  readonly what: "contacts" | "accounts" | "opportunities";
  readonly search: string;
  readonly filter: readonly string[];
};

const FORMATS = [
  ["xlsx", "Excel"],
  ["csv", "CSV"],
] as const;

export function ExportMenu({ what, search, filter }: Props) {
  const { contacts } = useWords();
  const client = useClient();
  const query = { filter: [...filter], ...(search === "" ? {} : { search }) };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Tooltip label={contacts.export}>
          <ActionIcon variant="default" size={30} aria-label={contacts.export}>
            <Icon name="exports" />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown aria-label={contacts.export}>
        {FORMATS.map(([format, name]) => (
          <Menu.Item
            key={format}
            component="a"
            download
            href={downloadLink(client, downloadExport, { params: { what }, query: { ...query, format } })}
          >
            {contacts.exportAs(name)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Text size="xs" c="dimmed" px="sm" py={4}>
          {contacts.exportNote}
        </Text>
      </Menu.Dropdown>
    </Menu>
  );
}
