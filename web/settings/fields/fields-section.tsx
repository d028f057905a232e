/** Fields of contacts, accounts and opportunities: the workspace's own, which can be changed, and those that are built in. */

import { Badge, Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { listFields } from "../../api/endpoints/fields.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Icon } from "../../app/icon.tsx";
import { useWorkspace } from "../../app/workspace-context.ts";
import { useWords } from "../../words/words-provider.tsx";
import { Answered } from "../answered.tsx";
import { NothingHere } from "../nothing-here.tsx";
import { Row, Rows } from "../rows.tsx";
import { SectionHead } from "../section-head.tsx";
import { type FieldAnswer, type FieldObject, OBJECTS } from "./field-answer.ts";
import { FieldDialog } from "./field-dialog.tsx";
import classes from "./fields.module.css";
import { RemoveField } from "./remove-field.tsx";

/** Null = a new one. */
type Open = { readonly what: "edit" | "remove"; readonly field: FieldAnswer | null };

export default function FieldsSection() {
  const { settings } = useWords();
  const { fields } = settings;
  const { may } = useWorkspace();
  const [object, setObject] = useState<FieldObject>("contact");
  const [open, setOpen] = useState<Open | null>(null);
  const query = useAnswer(listFields, { query: { object } }, { keepsFormer: true });
  const mayChange = may("change_fields");
  const close = () => setOpen(null);
  return (
    <>
      <SectionHead title={settings.sections.fields} says={fields.says}>
        {mayChange && (
          <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setOpen({ what: "edit", field: null })}>
            {fields.add}
          </Button>
        )}
      </SectionHead>
      <SegmentedControl
        size="xs"
        mb="md"
        aria-label={fields.objects}
        value={object}
        onChange={(value) => setObject(OBJECTS.find((one) => one === value) ?? "contact")}
        data={OBJECTS.map((value) => ({ value, label: fields.object[value] ?? value }))}
      />
      <Answered query={query}>
        {({ items }) => {
          const own = items.filter(({ builtin }) => !builtin);
          return (
            <>
              <h3 className={classes.heading}>{fields.own}</h3>
              {own.length === 0 ? (
                <NothingHere title={fields.noOwn} text="" />
              ) : (
                <Rows label={fields.own}>
                  {own.map((field) => (
                    <Row key={field.key} title={<Title field={field} />} note={<Note field={field} />}>
                      {mayChange && (
                        <>
                          <Button
                            variant="subtle"
                            aria-label={settings.edited(field.label)}
                            onClick={() => setOpen({ what: "edit", field })}
                          >
                            {settings.edit}
                          </Button>
                          <Button
                            variant="subtle"
                            color="gray"
                            aria-label={settings.removing(field.label)}
                            onClick={() => setOpen({ what: "remove", field })}
                          >
                            {settings.remove}
                          </Button>
                        </>
                      )}
                    </Row>
                  ))}
                </Rows>
              )}
              <h3 className={classes.heading}>{fields.builtin}</h3>
              <ul className={classes.builtin} aria-label={fields.builtin}>
                {items
                  .filter(({ builtin }) => builtin)
                  .map((field) => (
                    <li key={field.key}>
                      <span>{field.label}</span>
                      <code>{field.key}</code>
                      <span className={classes.type}>{fields.types[field.type]}</span>
                    </li>
                  ))}
              </ul>
            </>
          );
        }}
      </Answered>
      {open?.what === "edit" && <FieldDialog object={object} field={open.field} close={close} />}
      {open?.what === "remove" && open.field && <RemoveField object={object} field={open.field} close={close} />}
    </>
  );
}

function Title({ field }: { readonly field: FieldAnswer }) {
  const { fields } = useWords().settings;
  return (
    <>
      {field.label}
      <code className={classes.key}>{field.key}</code>
      {field.externalId && <Badge>{fields.externalId}</Badge>}
    </>
  );
}

function Note({ field: { type, options } }: { readonly field: FieldAnswer }) {
  const { fields } = useWords().settings;
  const shown = options.slice(0, 6).join(", ");
  return (
    <>
      {fields.types[type]}
      {options.length > 0 && ` · ${fields.optionCount(options.length)}: ${shown}${options.length > 6 ? " …" : ""}`}
    </>
  );
}
