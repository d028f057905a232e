/** Workflows with their steps in words, and the contacts that are under way in them. */

import { Badge, Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { listQueues, listWorkflows, removeWorkflow } from "../../api/endpoints/workflows.ts";
import { listPolicyKeys } from "../../api/endpoints/workspaces.ts";
import { useAnswer, useChange } from "../../api/use-answer.ts";
import { Icon } from "../../app/icon.tsx";
import { useWorkspace } from "../../app/workspace-context.ts";
import { useFormat } from "../../words/use-format.ts";
import { useWords } from "../../words/words-provider.tsx";
import { Answered } from "../answered.tsx";
import { NothingHere } from "../nothing-here.tsx";
import rows from "../rows.module.css";
import { Row, Rows } from "../rows.tsx";
import { SectionHead } from "../section-head.tsx";
import type { WorkflowAnswer } from "./workflow-answer.ts";
import { WorkflowDialog } from "./workflow-dialog.tsx";
import classes from "./workflows.module.css";

export default function WorkflowsSection() {
  const { settings, connections } = useWords();
  const { workflows } = connections;
  const { may } = useWorkspace();
  const query = useAnswer(listWorkflows, {});
  /** `new` = one that is added. */
  const [open, setOpen] = useState<WorkflowAnswer | "new" | null>(null);
  const remove = useChange(removeWorkflow, { touches: [listWorkflows, listPolicyKeys] });
  const mayChange = may("change_workflows");
  return (
    <>
      <SectionHead title={settings.sections.workflows} says={workflows.says}>
        {mayChange && (
          <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setOpen("new")}>
            {workflows.add}
          </Button>
        )}
      </SectionHead>
      <Answered query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingHere title={workflows.none} text={workflows.noneSays} />
          ) : (
            <Rows label={settings.sections.workflows}>
              {items.map((one) => (
                <Row
                  key={one.workflow}
                  title={
                    <>
                      {one.name} {one.default && <Badge>{workflows.isDefault}</Badge>}
                    </>
                  }
                  note={<Steps steps={one.steps} />}
                >
                  {mayChange && (
                    <>
                      <Button variant="subtle" aria-label={settings.edited(one.name)} onClick={() => setOpen(one)}>
                        {settings.edit}
                      </Button>
                      <Button
                        variant="subtle"
                        color="gray"
                        aria-label={settings.removing(one.name)}
                        onClick={() => remove.mutate({ params: { id: one.workflow } })}
                      >
                        {settings.remove}
                      </Button>
                    </>
                  )}
                </Row>
              ))}
            </Rows>
          )
        }
      </Answered>
      <Queues />
      {open !== null && <WorkflowDialog workflow={open === "new" ? null : open} close={() => setOpen(null)} />}
    </>
  );
}

type Step = Readonly<Record<string, string>>;

function Steps({ steps }: { readonly steps: WorkflowAnswer["steps"] }) {
  const { workflows } = useWords().connections;
  return (
    <ol className={classes.steps}>
      {steps.map((step, at) => {
        const said = step as Step;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place alone
          <li key={at}>{workflows.step[said.do ?? ""]?.(said) ?? said.do}</li>
        );
      })}
    </ol>
  );
}

type Runs = Readonly<Record<string, number>>;

function Queues() {
  const { workflows } = useWords().connections;
  const format = useFormat();
  const { data } = useAnswer(listQueues, {}, { every: 10_000 });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className={classes.queues}>
      <h3 className={classes.heading}>{workflows.queues}</h3>
      <Rows label={workflows.queues}>
        {data.items.map((queue) => {
          const { waiting = 0, done = 0, stopped = 0, cancelled = 0 } = (queue.runs ?? {}) as Runs;
          const leftOut = Number(queue.leftOut ?? 0);
          const counts = [
            waiting > 0 && workflows.waiting(format.number(waiting)),
            workflows.done(format.number(done)),
            stopped + cancelled > 0 && workflows.stopped(format.number(stopped + cancelled)),
            leftOut > 0 && workflows.leftOut(format.number(leftOut)),
          ];
          return (
            <Row key={`${queue.import} ${queue.workflow}`} title={queue.name} note={counts.filter(Boolean).join(" · ")}>
              <Link to="/imports/$id" params={{ id: queue.import }} className={rows.link}>
                {workflows.ofImport}
              </Link>
            </Row>
          );
        })}
      </Rows>
    </section>
  );
}
