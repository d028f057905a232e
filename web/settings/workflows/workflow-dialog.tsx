/** A new workflow, or other steps for one: its name, and its steps as JSON, which the server checks. */
import { Text, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { addWorkflow, changeWorkflow, listWorkflows } from "../../api/endpoints/workflows.ts";
import { listPolicyKeys } from "../../api/endpoints/workspaces.ts";
import { useChange } from "../../api/use-answer.ts";
import { useWords } from "../../words/words-provider.tsx";
import { FormDialog } from "../form-dialog.tsx";
import type { WorkflowAnswer } from "./workflow-answer.ts";
import classes from "./workflows.module.css";

const FIRST = [
  { do: "add_tag", tag: "new lead" },
  { do: "wait", for: "2d" },
];

/** What each step takes, as it is written. */
const TAKES = [
  '{ "do": "add_tag", "tag": "new lead" }',
  '{ "do": "remove_tag", "tag": "new lead" }',
  '{ "do": "set_field", "field": "city", "value": "Oslo" }',
  '{ "do": "assign_owner", "owner": "ana@example.com" }',
  '{ "do": "wait", "for": "2d" }',
  '{ "do": "send_email", "subject": "Hello {{first_name|there}}", "text": "…" }',
  '{ "do": "post_to_slack", "text": "New: {{full_name}}" }',
  '{ "do": "call_webhook", "url": "https://…" }',
];

type Props = { readonly workflow: WorkflowAnswer | null; readonly close: () => void };

export function WorkflowDialog({ workflow, close }: Props) {
  const { settings, connections } = useWords();
  const { workflows } = connections;
  const [name, setName] = useState(workflow?.name ?? "");
  const [text, setText] = useState(written(workflow?.steps ?? FIRST));
  const [notJson, setNotJson] = useState<string | null>(null);
  const done = { touches: [listWorkflows, listPolicyKeys], tellsItself: true, onDone: close };
  const add = useChange(addWorkflow, done);
  const change = useChange(changeWorkflow, done);
  const submit = (): void => {
    const steps = stepsIn(text);
    setNotJson(typeof steps === "string" ? `${workflows.notJson}: ${steps}` : null);
    if (typeof steps === "string") return;
    const body = { name: name.trim(), steps: [...steps] };
    if (workflow === null) add.mutate({ body });
    else change.mutate({ params: { id: workflow.workflow }, body });
  };
  return (
    <FormDialog
      title={workflow === null ? workflows.add : workflows.change(workflow.name)}
      action={workflow === null ? workflows.add : settings.save}
      {...{ close, submit, isBusy: add.isPending || change.isPending, error: add.error ?? change.error }}
    >
      {workflow !== null && <Text size="sm">{workflows.changeSays}</Text>}
      <TextInput
        data-autofocus
        required
        withAsterisk={false}
        label={workflows.name}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Textarea
        size="xs"
        autosize
        minRows={6}
        maxRows={16}
        spellCheck={false}
        label={workflows.steps}
        value={text}
        error={notJson}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div>
        <Text size="xs" c="dimmed">
          {workflows.stepsHint}
        </Text>
        <ul className={classes.takes}>
          {TAKES.map((step) => (
            <li key={step}>
              <code>{step}</code>
            </li>
          ))}
        </ul>
      </div>
    </FormDialog>
  );
}

/** One step a line. */
const written = (steps: readonly unknown[]): string =>
  `[\n${steps.map((step) => `  ${JSON.stringify(step)}`).join(",\n")}\n]`;

/** The steps, or what is wrong in the words of the reader of JSON. */
function stepsIn(text: string): readonly unknown[] | string {
  try {
    const steps: unknown = JSON.parse(text);
    return Array.isArray(steps) ? steps : "[ … ]";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}
