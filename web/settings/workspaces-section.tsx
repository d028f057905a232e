/** Workspaces of the server, for its operator: which there are, and new ones. */
import { Badge, Button, NativeSelect, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { createWorkspace, listPresets, whoAmI } from "../api/endpoints/workspaces.ts";
import { answerKey, useAnswer, useChange } from "../api/use-answer.ts";
import { Icon } from "../app/icon.tsx";
import { useWorkspace } from "../app/workspace-context.ts";
import { useWords } from "../words/words-provider.tsx";
import { FormDialog } from "./form-dialog.tsx";
import { Row, Rows } from "./rows.tsx";
import { SectionHead } from "./section-head.tsx";

export default function WorkspacesSection() {
  const { settings, access } = useWords();
  const { workspaces } = access;
  const { me, workspace } = useWorkspace();
  const presets = useAnswer(listPresets, {});
  const navigate = useNavigate();
  const [isMaking, setMaking] = useState(false);
  return (
    <>
      <SectionHead title={settings.sections.workspaces} says={workspaces.says}>
        <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setMaking(true)}>
          {workspaces.add}
        </Button>
      </SectionHead>
      <Rows label={settings.sections.workspaces}>
        {me.workspaces.map(({ slug, name, preset }) => (
          <Row
            key={slug}
            title={
              <>
                {name} {slug === workspace.slug && <Badge>{workspaces.present}</Badge>}
              </>
            }
            note={`${slug} · ${presets.data?.items.find(({ id }) => id === preset)?.name ?? preset}`}
          >
            {slug !== workspace.slug && (
              <Button
                variant="default"
                aria-label={workspaces.opening(name)}
                onClick={() => void navigate({ to: "/contacts", search: { workspace: slug } })}
              >
                {workspaces.open}
              </Button>
            )}
          </Row>
        ))}
      </Rows>
      {isMaking && <MakeWorkspace close={() => setMaking(false)} />}
    </>
  );
}

function MakeWorkspace({ close }: { readonly close: () => void }) {
  const { workspaces } = useWords().access;
  const presets = useAnswer(listPresets, {});
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const [typedSlug, setSlug] = useState<string | null>(null);
  const [preset, setPreset] = useState("muster");
  const slug = typedSlug ?? slugOf(name);
  const create = useChange(createWorkspace, {
    tellsItself: true,
    onDone() {
      void queries.invalidateQueries({ queryKey: answerKey({ workspace: null }, whoAmI) });
      notifications.show({ color: "green", message: workspaces.made(name) });
      close();
    },
  });
  const chosen = presets.data?.items.find(({ id }) => id === preset);
  return (
    <FormDialog
      title={workspaces.add}
      action={workspaces.add}
      submit={() => create.mutate({ body: { slug, name: name.trim(), preset } })}
      {...{ close, isBusy: create.isPending, error: create.error }}
    >
      <TextInput
        data-autofocus
        required
        withAsterisk={false}
        label={workspaces.name}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <TextInput
        required
        withAsterisk={false}
        label={workspaces.slug}
        description={workspaces.slugHint}
        value={slug}
        onChange={({ currentTarget }) => setSlug(currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={workspaces.preset}
        description={chosen?.says ?? ""}
        value={preset}
        onChange={({ currentTarget }) => setPreset(currentTarget.value)}
        data={presets.data?.items.map(({ id, name: label }) => ({ value: id, label })) ?? []}
      />
    </FormDialog>
  );
}

/** What most people would call it: `Nordic sales` is nordic-sales. */
const slugOf = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
