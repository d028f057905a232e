/** A new field, or another name, other options, another use of one. */
import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { CUSTOM_TYPES } from "../../../src/core/contact/custom-types.ts";
import { keyFromLabel } from "../../../src/core/contact/field-key.ts";
import { addField, changeField, listFields } from "../../api/endpoints/fields.ts";
import { listPolicyKeys } from "../../api/endpoints/workspaces.ts";
import { useChange } from "../../api/use-answer.ts";
import { useWords } from "../../words/words-provider.tsx";
import { FormDialog } from "../form-dialog.tsx";
import type { FieldAnswer, FieldObject } from "./field-answer.ts";

type Props = {
  readonly object: FieldObject;
  /** Null = a new one. */
  readonly field: FieldAnswer | null;
  readonly close: () => void;
};

const CHOICES: ReadonlySet<string> = new Set(["single_choice", "radio", "multiple_choice", "checkbox"]);

export function FieldDialog({ object, field, close }: Props) {
  const { settings } = useWords();
  const { fields } = settings;
  const [label, setLabel] = useState(field?.label ?? "");
  const [typedKey, setKey] = useState<string | null>(null);
  const [type, setType] = useState<string>(field?.type ?? "text");
  const [options, setOptions] = useState(field?.options.join("\n") ?? "");
  const [externalId, setExternalId] = useState(field?.externalId ?? false);
  const done = { touches: [listFields, listPolicyKeys], tellsItself: true, onDone: close };
  const add = useChange(addField, done);
  const change = useChange(changeField, done);
  const key = field?.key ?? typedKey ?? keyFromLabel(label);
  const submit = (): void => {
    const listed = CHOICES.has(type) ? lines(options) : [];
    if (field === null) add.mutate({ body: { object, key, label: label.trim(), type, options: listed, externalId } });
    else
      change.mutate({
        params: { key },
        body: {
          ...{ object, label: label.trim(), externalId },
          ...(type === field.type ? {} : { type }),
          ...(CHOICES.has(type) ? { options: listed } : {}),
        },
      });
  };
  return (
    <FormDialog
      title={field === null ? fields.add : settings.edited(field.label)}
      action={field === null ? fields.add : settings.save}
      {...{ close, submit, isBusy: add.isPending || change.isPending, error: add.error ?? change.error }}
    >
      <TextInput
        data-autofocus
        required
        withAsterisk={false}
        label={fields.label}
        value={label}
        onChange={({ currentTarget }) => setLabel(currentTarget.value)}
      />
      <TextInput
        label={fields.key}
        description={fields.keyHint}
        value={key}
        disabled={field !== null}
        onChange={({ currentTarget }) => setKey(currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={fields.type}
        value={type}
        onChange={({ currentTarget }) => setType(currentTarget.value)}
        data={CUSTOM_TYPES.map((value) => ({ value, label: fields.types[value] }))}
      />
      {CHOICES.has(type) && (
        <Textarea
          size="xs"
          autosize
          minRows={3}
          maxRows={12}
          label={fields.options}
          description={fields.optionsHint}
          value={options}
          onChange={({ currentTarget }) => setOptions(currentTarget.value)}
        />
      )}
      <Checkbox
        size="xs"
        label={fields.externalId}
        description={fields.externalIdHint}
        checked={externalId}
        onChange={({ currentTarget }) => setExternalId(currentTarget.checked)}
      />
    </FormDialog>
  );
}

const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
