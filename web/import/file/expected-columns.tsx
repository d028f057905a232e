/** The columns that a file may have, before one is chosen, and a template that has them. */
import { Badge, Group, Stack, Text, Title } from "@mantine/core";
import { fieldHeader } from "../../../src/core/policy/field-header.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import { muster } from "../../../src/core/policy/presets/muster.ts";
import { findPreset } from "../../../src/core/policy/presets.ts";
import { requiredToCreate } from "../../../src/core/policy/required-to-create.ts";
import { templateFields } from "../../../src/core/policy/template-fields.ts";
import { downloadTemplate } from "../../api/endpoints/exports.ts";
import { listFields } from "../../api/endpoints/fields.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { DownloadAnchor } from "../../app/download-anchor.tsx";
import { Icon } from "../../app/icon.tsx";
import { useWorkspace } from "../../app/workspace-context.ts";
import { useWords } from "../../words/words-provider.tsx";
import type { Said } from "../said.ts";
import classes from "./expected-columns.module.css";
import { modeIn } from "./what-to-import.tsx";

type Props = { readonly said: Said; readonly policy: Policy | undefined };

export function ExpectedColumns({ said, policy }: Props) {
  const { importFile } = useWords();
  const what = said.object ?? "contacts";
  const mode = policy && modeIn(said, policy);
  const asked = (format: "csv" | "xlsx") => ({
    params: { what },
    query: { format, ...(mode === undefined ? {} : { mode }) },
  });
  return (
    <Stack component="section" gap="xs" className={classes.box ?? ""}>
      <Title order={2} size="h2">
        {importFile.expected}
      </Title>
      <Text size="sm" c="dimmed">
        {importFile.expectedText}
      </Text>
      {what === "contacts" && policy && <ContactColumns policy={policy} mode={mode ?? "both"} />}
      <Group gap="md" mt={4}>
        <Icon name="download" />
        <DownloadAnchor size="sm" of={downloadTemplate} asked={asked("xlsx")}>
          {importFile.templateExcel}
        </DownloadAnchor>
        <DownloadAnchor size="sm" of={downloadTemplate} asked={asked("csv")}>
          {importFile.templateCsv}
        </DownloadAnchor>
      </Group>
    </Stack>
  );
}

type ContactProps = { readonly policy: Policy; readonly mode: Policy["modes"][number] };

function ContactColumns({ policy, mode }: ContactProps) {
  const { importFile } = useWords();
  const { workspace } = useWorkspace();
  const fields = useAnswer(listFields, { query: {} }).data?.items ?? [];
  const preset = findPreset(workspace.preset) ?? muster;
  const expected = templateFields(preset, mode);
  const own = fields.filter(({ builtin, key }) => !builtin && !expected.includes(key)).map(({ key }) => key);
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const headerOf = (key: string): string => {
    const field = byKey.get(key);
    return field ? fieldHeader(preset, field) : key;
  };
  const ways = mode === "update" ? [] : requiredToCreate(policy);
  return (
    <>
      {ways.length > 0 && (
        <Text size="sm">
          <Badge color="accent" mr={6}>
            {importFile.required}
          </Badge>
          {importFile.anyOf(ways.map((way) => way.map(headerOf).join(" + ")))}
        </Text>
      )}
      <ul className={classes.list}>
        {[...expected, ...own].map((key) => (
          <li key={key} className={classes.column}>
            {headerOf(key)}
          </li>
        ))}
      </ul>
    </>
  );
}
