/** The systems that the workspace is connected to, and which of them owns what. */

import { Badge, Button, Checkbox, NativeSelect, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { OPTION_OF, SOURCE_KINDS, type SourceOption } from "../../../src/core/authority/source.ts";
import { addSource, changeSource, listSources, removeSource, showPolicy } from "../../api/endpoints/workspaces.ts";
import { useAnswer, useChange } from "../../api/use-answer.ts";
import { Icon } from "../../app/icon.tsx";
import { useWorkspace } from "../../app/workspace-context.ts";
import { useWords } from "../../words/words-provider.tsx";
import { Answered } from "../answered.tsx";
import { FormDialog } from "../form-dialog.tsx";
import { NothingHere } from "../nothing-here.tsx";
import { Row, Rows } from "../rows.tsx";
import { SectionHead } from "../section-head.tsx";
import { OwnershipTable } from "./ownership-table.tsx";
import type { SourceAnswer } from "./source-answer.ts";

const TOUCHES = [listSources];

export default function SourcesSection() {
  const { settings, connections } = useWords();
  const { sources } = connections;
  const { may } = useWorkspace();
  const query = useAnswer(listSources, {});
  const policy = useAnswer(showPolicy, {});
  const [isAdding, setAdding] = useState(false);
  const mayChange = may("change_policy");
  return (
    <>
      <SectionHead title={settings.sections.sources} says={sources.says}>
        {mayChange && (
          <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>
            {sources.add}
          </Button>
        )}
      </SectionHead>
      {policy.data?.policy.authority === false && (
        <Text size="sm" mb="sm">
          <Badge color="gray">{sources.off}</Badge>
        </Text>
      )}
      <Answered query={query}>
        {({ items }) => (
          <>
            {items.length === 0 ? (
              <NothingHere title={sources.none} text={sources.noneSays} />
            ) : (
              <Rows label={settings.sections.sources}>
                {items.map((source) => (
                  <SourceRow key={source.name} source={source} mayChange={mayChange} />
                ))}
              </Rows>
            )}
            <OwnershipTable connected={items} mayChange={mayChange} />
          </>
        )}
      </Answered>
      {isAdding && <AddSource close={() => setAdding(false)} />}
    </>
  );
}

function SourceRow({ source, mayChange }: { readonly source: SourceAnswer; readonly mayChange: boolean }) {
  const { settings, connections } = useWords();
  const { sources } = connections;
  const change = useChange(changeSource, { touches: TOUCHES });
  const remove = useChange(removeSource, { touches: TOUCHES });
  const { name, kind, options, owns } = source;
  const option = OPTION_OF[kind];
  const turn = (one: SourceOption, isOn: boolean) => change.mutate({ params: { name }, body: { [one]: isOn } });
  return (
    <Row
      title={
        <>
          {name} <Badge color="gray">{sources.kinds[kind]}</Badge>
        </>
      }
      note={
        owns.length === 0
          ? sources.ownsNothing
          : sources.owns(owns.map((group) => sources.groups[group] ?? group).join(", "))
      }
    >
      {option !== null && (
        <Checkbox
          size="xs"
          label={sources.options[option]}
          aria-label={sources.optionOf(name, sources.options[option] ?? option)}
          checked={options.includes(option)}
          disabled={!mayChange}
          onChange={({ currentTarget }) => turn(option, currentTarget.checked)}
        />
      )}
      {mayChange && (
        <Button
          variant="subtle"
          color="gray"
          aria-label={settings.removing(name)}
          onClick={() => remove.mutate({ params: { name } })}
        >
          {settings.remove}
        </Button>
      )}
    </Row>
  );
}

function AddSource({ close }: { readonly close: () => void }) {
  const { sources } = useWords().connections;
  const [name, setName] = useState("");
  const [kind, setKind] = useState<string>("native_integration");
  const add = useChange(addSource, { touches: TOUCHES, tellsItself: true, onDone: close });
  return (
    <FormDialog
      title={sources.add}
      action={sources.add}
      submit={() => add.mutate({ body: { name: name.trim(), kind } })}
      {...{ close, isBusy: add.isPending, error: add.error }}
    >
      <TextInput
        data-autofocus
        required
        withAsterisk={false}
        label={sources.name}
        placeholder={sources.nameExample}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={sources.kind}
        value={kind}
        onChange={({ currentTarget }) => setKind(currentTarget.value)}
        data={SOURCE_KINDS.map((value) => ({ value, label: sources.kinds[value] ?? value }))}
      />
    </FormDialog>
  );
}
