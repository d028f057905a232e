/** Mappings that the workspace remembers, each with which column went where. */
import { Button, Collapse } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { ColumnTarget } from "../../src/core/mapping/column-mapping.ts";
import { listFields, listMappings, removeMapping } from "../api/endpoints/fields.ts";
import { useAnswer, useChange } from "../api/use-answer.ts";
import { Icon } from "../app/icon.tsx";
import { useWorkspace } from "../app/workspace-context.ts";
import { useFormat } from "../words/use-format.ts";
import { useWords } from "../words/words-provider.tsx";
import { Answered } from "./answered.tsx";
import { NothingHere } from "./nothing-here.tsx";
import classes from "./rows.module.css";
import { Row, Rows } from "./rows.tsx";
import { SectionHead } from "./section-head.tsx";

export default function MappingsSection() {
  const { settings } = useWords();
  const { mappings } = settings;
  const { may } = useWorkspace();
  const format = useFormat();
  const query = useAnswer(listMappings, {});
  const fields = useAnswer(listFields, {});
  const [open, setOpen] = useState<string | null>(null);
  const forget = useChange(removeMapping, {
    touches: [listMappings],
    onDone: () => notifications.show({ message: mappings.forgotten, color: "green" }),
  });
  const labels = new Map(fields.data?.items.map(({ key, label }) => [key, label]));
  return (
    <>
      <SectionHead title={settings.sections.mappings} says={mappings.says} />
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingHere title={mappings.none} text={mappings.noneSays} />
          ) : (
            <Rows label={settings.sections.mappings}>
              {items.map(({ mapping, name, usedAt, columns }) => {
                const called =
                  name ??
                  columns
                    .map(({ header }) => header)
                    .slice(0, 4)
                    .join(", ");
                const isOpen = open === mapping;
                return (
                  <Row
                    key={mapping}
                    title={called}
                    note={
                      <>
                        {mappings.used(format.ago(usedAt))} · {mappings.columns(columns.length)}
                        <Collapse expanded={isOpen}>
                          <ul className={classes.pairs}>
                            {columns.map(({ header, target }, at) => (
                              // biome-ignore lint/suspicious/noArrayIndexKey: columns may share a header
                              <li key={at}>
                                <span>{header}</span>
                                <span>{targetOf(target, labels) ?? mappings.nowhere}</span>
                              </li>
                            ))}
                          </ul>
                        </Collapse>
                      </>
                    }
                  >
                    <Button
                      variant="subtle"
                      color="gray"
                      aria-expanded={isOpen}
                      aria-label={`${called}: ${mappings.columns(columns.length)}`}
                      onClick={() => setOpen(isOpen ? null : mapping)}
                    >
                      <Icon name="down" size={14} />
                    </Button>
                    {may("change_mappings") && (
                      <Button
                        variant="subtle"
                        color="gray"
                        aria-label={settings.removing(called)}
                        onClick={() => forget.mutate({ params: { id: mapping } })}
                      >
                        {settings.remove}
                      </Button>
                    )}
                  </Row>
                );
              })}
            </Rows>
          )
        }
      </Answered>
    </>
  );
}

/** Null = nowhere. */
function targetOf(target: unknown, labels: ReadonlyMap<string, string>): string | null {
  const to = target as ColumnTarget;
  if (to.to === "ignore") return null;
  return to.to === "keep" ? to.name : (labels.get(to.field) ?? to.field);
}
