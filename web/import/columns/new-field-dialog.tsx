/** A new field for a column, made where it is needed. */
import { Button, Group, Modal, Select, Stack, TagsInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { CUSTOM_TYPES } from "../../../src/core/contact/custom-types.ts";
import { keyFromLabel } from "../../../src/core/contact/field-key.ts";
import type { ObjectKind } from "../../../src/core/object/object-kind.ts";
import { addField, listFields } from "../../api/endpoints/fields.ts";
import { useChange } from "../../api/use-answer.ts";
import { RefusalNotice } from "../../app/refusal-notice.tsx";
import { useWords } from "../../words/words-provider.tsx";

type Props = {
  readonly opened: boolean;
  readonly close: () => void;
  /** The column's, which the field is called by at first. */
  readonly header: string;
  readonly column: number;
  readonly object: ObjectKind;
  readonly onMade: (key: string) => void;
};

const CHOICES = ["single_choice", "radio", "multiple_choice", "checkbox"];

export function NewFieldDialog({ opened, close, header, column, object, onMade }: Props) {
  const { importColumns, settings, shell } = useWords();
  const [label, setLabel] = useState(header.trim());
  const [type, setType] = useState("text");
  const [options, setOptions] = useState<string[]>([]);
  const made = useChange(addField, {
    touches: [listFields],
    tellsItself: true,
    onDone: ({ key }) => {
      onMade(key);
      close();
    },
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={importColumns.newFieldTitle}
      closeButtonProps={{ "aria-label": shell.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const body = {
            object,
            // A label without Latin letters makes no key.
            key: keyFromLabel(label) || `field_${column + 1}`,
            label,
            type,
            options: CHOICES.includes(type) ? options : [],
          };
          made.mutate({ body });
        }}
      >
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label={importColumns.fieldName}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
            required
          />
          <Select
            label={importColumns.fieldType}
            data={CUSTOM_TYPES.map((value) => ({ value, label: settings.fields.types[value] }))}
            value={type}
            allowDeselect={false}
            onChange={(chosen) => setType(chosen ?? "text")}
          />
          {CHOICES.includes(type) && (
            <TagsInput
              size="xs"
              label={importColumns.options}
              description={importColumns.optionsHint}
              value={options}
              onChange={setOptions}
            />
          )}
          {made.error && <RefusalNotice error={made.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {importColumns.cancel}
            </Button>
            <Button type="submit" loading={made.isPending} disabled={label.trim() === ""}>
              {importColumns.makeField}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
