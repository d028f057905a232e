/** Takes out the contacts that are chosen, as a file that can be edited and brought back. */
import { Button, Menu } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { exportChosen } from "../api/endpoints/exports.ts";
import { useClient } from "../api/workspace-client.ts";
import { Icon } from "../app/icon.tsx";
import { useWords } from "../words/words-provider.tsx";
import type { ContactChoice } from "./use-chosen.ts";

const FORMATS = { xlsx: "Excel", csv: "CSV" } as const;

export function ChosenExport({ body }: { readonly body: ContactChoice }) {
  const { contacts } = useWords();
  const { api } = useClient();
  const fetched = useMutation({
    mutationFn: async (format: keyof typeof FORMATS) => {
      const response = await api.send(exportChosen, { body: { ...body, format } });
      save(await response.blob(), `contacts.${format}`);
    },
  });
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" loading={fetched.isPending} rightSection={<Icon name="down" size={12} />}>
          {contacts.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(FORMATS) as readonly (keyof typeof FORMATS)[]).map((format) => (
          <Menu.Item key={format} onClick={() => fetched.mutate(format)}>
            {contacts.exportAs(FORMATS[format])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** As a download of the browser. */
function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
