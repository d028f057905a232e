/** How this one import behaves, in plain words, as far as the workspace's policy lets it be chosen. */
import { Checkbox, Select, Stack, TagsInput, Title } from "@mantine/core";
import type { DateOrder, ImportMode, Policy } from "../../../src/core/policy/policy.ts";
import { listTags } from "../../api/endpoints/fields.ts";
import { listWorkflows } from "../../api/endpoints/workflows.ts";
import { listMembers } from "../../api/endpoints/workspaces.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import { countries } from "../../words/countries.ts";
import { useSpoken, useWords } from "../../words/words-provider.tsx";
import { ModeChoice } from "../mode-choice.tsx";
import { type Said, saidAnew, saidMode } from "../said.ts";
import classes from "./import-choices.module.css";

/** What holds where nothing was said in this step. */
export type SettledChoices = {
  readonly object: string;
  readonly mode: ImportMode;
  readonly onMatch: Policy["onMatch"];
  readonly emptyCells: Policy["emptyCells"];
  readonly acceptUnmapped: boolean;
  readonly overrideOwners: boolean;
  readonly dnt: boolean;
  readonly tags: readonly string[];
  readonly owner: string | null;
  readonly country: string | null;
  readonly dateOrder: DateOrder | null;
  /** Null = it was settled when the import was made. */
  readonly workflow: string | null;
  readonly isNew: boolean;
};

type Props = {
  readonly said: Said;
  readonly say: (said: Said) => void;
  readonly policy: Policy;
  readonly settled: SettledChoices;
  /** A number of the file that says no country. */
  readonly localNumber: { readonly header: string; readonly number: string } | null;
};

export function ImportChoices(props: Props) {
  const { importColumns } = useWords();
  return (
    <Stack component="section" gap="sm" className={classes.box ?? ""}>
      <Title order={2}>{importColumns.choices}</Title>
      <ModeChoice
        modes={props.policy.modes}
        mode={props.settled.mode}
        choose={(mode) => props.say(saidMode(props.said, mode))}
      />
      <MatchChoices {...props} />
      <WhoseChoices {...props} />
      <FormatChoices {...props} />
    </Stack>
  );
}

const ON_MATCH = ["update", "skip", "duplicate", "fail"] as const;
const EMPTY_CELLS = ["keep", "clear"] as const;

/** Only who or what may be there twice on purpose is made once more, and not by an import that makes nothing. */
const onMatchOf = ({ object, mode }: SettledChoices) =>
  mode !== "update" && (object.startsWith("contacts") || object === "accounts")
    ? ON_MATCH
    : ON_MATCH.filter((value) => value !== "duplicate");

function MatchChoices({ said, say, policy, settled }: Props) {
  const { importColumns } = useWords();
  const set = (key: string, value: string | null): void =>
    say(saidAnew(said, { set: { ...said.set, ...(value === null ? {} : { [key]: value }) } }));
  return (
    <>
      <Select
        label={importColumns.onMatch}
        placeholder={importColumns.choose}
        allowDeselect={false}
        data={onMatchOf(settled).map((value) => ({ value, label: importColumns.onMatchIs[value] }))}
        value={said.set?.onMatch ?? (settled.onMatch === "ask" ? null : settled.onMatch)}
        onChange={(value) => set("onMatch", value)}
      />
      <Select
        label={importColumns.emptyCells}
        placeholder={importColumns.choose}
        allowDeselect={false}
        data={EMPTY_CELLS.map((value) => ({ value, label: importColumns.emptyCellsAre[value] }))}
        value={said.set?.emptyCells ?? (settled.emptyCells === "ask" ? null : settled.emptyCells)}
        onChange={(value) => set("emptyCells", value)}
      />
      {policy.unknownColumns === "ask" && (
        <Checkbox
          size="xs"
          label={importColumns.acceptUnmapped}
          checked={said.acceptUnmapped ?? settled.acceptUnmapped}
          onChange={(event) => say(saidAnew(said, { acceptUnmapped: event.currentTarget.checked }))}
        />
      )}
    </>
  );
}

function WhoseChoices({ said, say, policy, settled }: Props) {
  const { importColumns } = useWords();
  const { may } = useWorkspace();
  const maySee = may("read");
  const tags = useAnswer(listTags, {}, { enabled: maySee }).data?.items ?? [];
  const members = useAnswer(listMembers, { query: {} }, { enabled: maySee }).data?.items ?? [];
  const workflows = useAnswer(listWorkflows, {}, { enabled: maySee && policy.workflow }).data?.items ?? [];
  const isOfContacts = settled.object.startsWith("contacts");
  return (
    <>
      {isOfContacts && (
        <TagsInput
          size="xs"
          label={importColumns.tags}
          placeholder={importColumns.tagsHint}
          data={tags.map(({ tag }) => tag)}
          value={[...(said.tags ?? settled.tags)]}
          onChange={(value) => say(saidAnew(said, { tags: value }))}
        />
      )}
      {maySee && policy.owner !== "off" && (
        <>
          <Select
            label={importColumns.owner}
            placeholder={importColumns.nobody}
            searchable
            clearable
            data={members.map(({ email, name }) => ({ value: email, label: name === "" ? email : name }))}
            value={said.owner ?? settled.owner}
            onChange={(value) => say(saidAnew(said, { owner: value ?? (settled.isNew ? undefined : "") }))}
          />
          <Checkbox
            size="xs"
            label={importColumns.overrideOwners}
            checked={said.overrideOwners ?? settled.overrideOwners}
            onChange={(event) => say(saidAnew(said, { overrideOwners: event.currentTarget.checked }))}
          />
        </>
      )}
      {isOfContacts && settled.isNew && policy.workflow && workflows.length > 0 && (
        <Select
          label={importColumns.workflow}
          data={[
            { value: "none", label: importColumns.noWorkflow },
            ...workflows.map(({ name }) => ({ value: name, label: name })),
          ]}
          allowDeselect={false}
          value={said.workflow ?? (policy.defaultWorkflow === "" ? "none" : policy.defaultWorkflow)}
          onChange={(value) => say(saidAnew(said, { workflow: value ?? undefined }))}
        />
      )}
      {isOfContacts && policy.doNotTouch && (
        <Checkbox
          size="xs"
          label={importColumns.dnt}
          checked={said.dnt ?? settled.dnt}
          onChange={(event) => say(saidAnew(said, { dnt: event.currentTarget.checked }))}
        />
      )}
    </>
  );
}

const DATE_ORDERS = ["DMY", "MDY", "YMD"] as const;

function FormatChoices({ said, say, policy, settled, localNumber }: Props) {
  const { importColumns } = useWords();
  const { locale } = useSpoken();
  const unsaid = settled.isNew || settled.dateOrder === null ? undefined : "none";
  const country = said.country ?? (settled.country || policy.defaultCountry || null);
  const isMissing = localNumber !== null && (country === null || country === "none");
  return (
    <>
      <Select
        label={importColumns.country}
        placeholder={importColumns.noCountry}
        searchable
        clearable
        data={countries(locale)}
        value={country}
        {...(isMissing ? { description: importColumns.localNumber(localNumber.number, localNumber.header) } : {})}
        inputWrapperOrder={["label", "input", "description"]}
        classNames={{ description: classes.worthALook ?? "" }}
        onChange={(value) => say(saidAnew(said, { country: value ?? (settled.isNew ? undefined : "none") }))}
      />
      <Select
        label={importColumns.dateOrder}
        placeholder={importColumns.dateOrderFound}
        clearable
        data={DATE_ORDERS.map((value) => ({ value, label: importColumns.dateOrderIs[value] }))}
        value={said.dateOrder === "none" ? null : (said.dateOrder ?? settled.dateOrder)}
        onChange={(value) => say(saidAnew(said, { dateOrder: (value as DateOrder | null) ?? unsaid }))}
      />
    </>
  );
}
