/** The values of a contact, each of which can be changed where it stands; and those that it does not have yet. */
import { ActionIcon, Button, Select } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Icon } from "../app/icon.tsx";
import type { ListField } from "../list/list-field.ts";
import { KEPT } from "../past/past.ts";
import { type ShownValue, ValuesCard } from "../past/values-card.tsx";
import { FieldValue } from "../values/field-value.tsx";
import { useWords } from "../words/words-provider.tsx";
import classes from "./hand.module.css";
import { type Edit, useEditContact } from "./use-edit-contact.ts";
import { ValueEditor } from "./value-editor.tsx";
import type { Typed } from "./value-input.tsx";
import { useWrittenFields } from "./written-fields.ts";

type Contact = Parameters<typeof ValuesCard>[0]["of"] & { readonly id: string; readonly updatedAt: string };
type Save = (edit: Edit) => Promise<void>;

export function EditableValues({ of, fields }: { readonly of: Contact; readonly fields: readonly ListField[] }) {
  const save = useEditContact(of);
  const written = useWrittenFields();
  const known = written === undefined ? [] : [...written.first, ...written.others];
  const byKey = new Map(known.map((field) => [field.key, field]));
  const shownAs = (shown: ShownValue): ReactNode => {
    const { key, label, value } = shown;
    const field =
      byKey.get(key) ?? (key.startsWith(KEPT) ? { key, label, type: "text" as const, options: [] } : undefined);
    if (field === undefined) return <FieldValue type={shown.type} value={value} isLinked />;
    return <EditableValue field={field} shown={shown} save={save} />;
  };
  const missing = known.filter(({ key }) => of[key] === undefined || of[key] === null);
  return <ValuesCard of={of} fields={fields} shownAs={shownAs} after={<AddValue fields={missing} save={save} />} />;
}

type Field = Pick<ListField, "key" | "label" | "type" | "options">;

const typedOf = (value: unknown): Typed =>
  Array.isArray(value) ? value.map(String) : typeof value === "string" ? value : "";

function EditableValue({
  field,
  shown: { type, value },
  save,
}: {
  readonly field: Field;
  readonly shown: ShownValue;
  readonly save: Save;
}) {
  const { hand } = useWords();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const goesBack = useRef(false);
  useEffect(() => {
    if (isOpen || !goesBack.current) return;
    goesBack.current = false;
    button.current?.focus();
  }, [isOpen]);
  if (isOpen)
    return (
      <ValueEditor
        field={field}
        value={typedOf(value)}
        save={save}
        close={(byKey) => {
          goesBack.current = byKey;
          setOpen(false);
        }}
      />
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a wider place to press; by keyboard it is the button
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div className={classes.value} onClick={() => setOpen(true)}>
      <span>
        <FieldValue type={type} value={value} isLinked />
      </span>
      <ActionIcon ref={button} size="sm" className={classes.pencil ?? ""} aria-label={hand.change(field.label)}>
        <Icon name="pencil" size={13} />
      </ActionIcon>
    </div>
  );
}

/** A field that is empty is chosen, then filled. */
function AddValue({ fields, save }: { readonly fields: readonly Field[]; readonly save: Save }) {
  const { hand } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  const field = fields.find((one) => one.key === key);
  const close = (): void => {
    setOpen(false);
    setKey(null);
  };
  if (!isOpen)
    return (
      <div className={classes.add}>
        <Button variant="subtle" leftSection={<Icon name="plus" size={13} />} onClick={() => setOpen(true)}>
          {hand.add}
        </Button>
      </div>
    );
  return (
    <div className={classes.add}>
      <Select
        aria-label={hand.addHint}
        placeholder={hand.addHint}
        data={fields.map((one) => ({ value: one.key, label: one.label }))}
        value={key}
        onChange={setKey}
        searchable
        autoFocus
        w={220}
        onKeyDown={(event) => event.key === "Escape" && close()}
      />
      {field && <ValueEditor key={field.key} field={field} value="" save={save} close={close} />}
    </div>
  );
}
