/** The kinds of file that the list can be taken out as. */
import { Menu, Text } from "@mantine/core";
import { downloadLink } from "../api/download-link.ts";
import { downloadExport } from "../api/endpoints/exports.ts";
import { useClient } from "../api/workspace-client.ts";
import { OpenedMenu } from "../app/opened-menu.tsx";
import type { Opening } from "../app/opener.tsx";
import { useWords } from "../words/words-provider.tsx";

export type Exported = {
  readonly what: "contacts" | "accounts" | "opportunities";
  readonly search: string;
  readonly filter: readonly string[];
};

const FORMATS = [
  ["xlsx", "Excel"],
  ["csv", "CSV"],
] as const;

type Props = Exported & { readonly opening: Opening };

export default function ExportMenuItems({ what, search, filter, opening }: Props) {
  const { contacts } = useWords();
  const client = useClient();
  const query = { filter: [...filter], ...(search === "" ? {} : { search }) };
  return (
    <OpenedMenu opening={opening} position="bottom-end" width={240}>
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
    </OpenedMenu>
  );
}
