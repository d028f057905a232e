/** `muster fields`: what contacts can have; `add`, `change` and `remove` for the workspace's own fields. */

import { type Command, Option } from "commander";
import { loadFields } from "../../app/view/contact-schema.ts";
import { fieldJson } from "../../app/view/field-json.ts";
import {
  addCustomField,
  changeCustomField,
  type RemovalRequest,
  removeCustomField,
} from "../../app/workspace/custom-fields.ts";
import type { SharedOptions } from "../../config.ts";
import { CUSTOM_TYPES } from "../../core/contact/custom-types.ts";
import type { Field } from "../../core/contact/field.ts";
import type { ObjectKind } from "../../core/object/object-kind.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { objectKind } from "../import-options.ts";
import { remoteFieldAdded, remoteFieldChanged, remoteFieldRemoved, remoteFields } from "../remote/settings.ts";
import { collected, examples, withWorkspaceOptions } from "../shared-options.ts";
import { removedFieldText } from "../words/removed-field.ts";
import { renderTable } from "../words/table.ts";
import { registerPromote } from "./fields-promote.ts";

type FieldOptions = SharedOptions & {
  readonly object?: ObjectKind;
  readonly type?: string;
  readonly label?: string;
  readonly option?: readonly string[];
  readonly addOption?: readonly string[];
  readonly externalId?: boolean;
};

export function registerFields(program: Command, cli: Cli): void {
  const fields = withWorkspaceOptions(
    program
      .command("fields")
      .enablePositionalOptions()
      .summary("list fields; add, change and remove the workspace's own")
      .description(
        "Lists the fields that contacts can have, the workspace's own ones first. With --json one object a line.",
      ),
  )
    .option("--own", "only the workspace's own fields")
    .addOption(objectOption())
    .addHelpText(
      "after",
      examples(
        "muster fields --own",
        "muster fields add plan --type single_choice --option Gold --option Silver",
        "muster fields change plan --add-option Bronze",
        "muster fields remove plan",
      ),
    )
    .action((options: SharedOptions & { readonly own?: boolean; readonly object?: ObjectKind }) =>
      cli.look(options, (session) => listFields(session, options.own ?? false, options.object), {
        remote: remoteFields(options),
      }),
    );
  registerAdd(fields, cli);
  registerChange(fields, cli);
  registerRemove(fields, cli);
  registerPromote(fields, cli);
}

const objectOption = (): Option =>
  new Option("--object <kind>", "contacts, accounts or opportunities: what has the field").argParser(objectKind);

function registerAdd(fields: Command, cli: Cli): void {
  withWorkspaceOptions(
    fields
      .command("add")
      .argument("<key>", "small letters, digits and underscores: renewal_date")
      .summary("make a field")
      .description(`Makes a field. Types: ${CUSTOM_TYPES.join(", ")}.`),
  )
    .addOption(objectOption())
    .option("--type <type>", "what its values are", "text")
    .option("--label <label>", "how people call it, and its header in files (default: made from the key)")
    .option("--option <option>", "one of the options of a choice; repeatable", collected)
    .option("--external-id", "it holds the id of another system: a column headed external_id goes to it")
    .addHelpText(
      "after",
      examples(
        "muster fields add plan --type single_choice --option Gold --option Silver --label Plan",
        "muster fields add renewal_date --type date",
        "muster fields add crm_id --external-id",
        "muster fields add segment --object accounts",
      ),
    )
    .action((key: string, _: FieldOptions, command: Command) => {
      const options = command.optsWithGlobals<FieldOptions>();
      return cli.inWorkspace(options, (session) => add(session, key, options), {
        action: "change_fields",
        remote: remoteFieldAdded(key, options),
      });
    });
}

function registerChange(fields: Command, cli: Cli): void {
  withWorkspaceOptions(
    fields.command("change").argument("<field>", "key or label of an own field").summary("change a field"),
  )
    .description(
      "Changes a field. Its type stays while contacts have values of it, and an option while a contact has it.",
    )
    .addOption(objectOption())
    .option("--type <type>", "what its values are")
    .option("--label <label>", "how people call it, and its header in files")
    .option("--option <option>", "the options from now on, instead of those it has; repeatable", collected)
    .option("--add-option <option>", "one more option; repeatable", collected)
    .addOption(new Option("--external-id", "it holds the id of another system"))
    .addOption(new Option("--no-external-id", "it does not"))
    .addHelpText(
      "after",
      examples("muster fields change plan --label Tariff", "muster fields change plan --add-option Bronze"),
    )
    .action((name: string, _: FieldOptions, command: Command) => {
      const options = command.optsWithGlobals<FieldOptions>();
      return cli.inWorkspace(options, (session) => change(session, name, options), {
        action: "change_fields",
        remote: remoteFieldChanged(name, options),
      });
    });
}

function registerRemove(fields: Command, cli: Cli): void {
  withWorkspaceOptions(
    fields
      .command("remove")
      .argument("<field>", "key or label of an own field")
      .summary("remove a field; values become custom data")
      .description("Removes a field. Values that contacts have of it stay with them as custom data under its label."),
  )
    .addOption(objectOption())
    .option("--yes", "although contacts have values of it")
    .addHelpText("after", examples("muster fields remove plan", "muster fields remove plan --yes"))
    .action((name: string, _: SharedOptions, command: Command) => {
      const options = command.optsWithGlobals<FieldOptions & { readonly yes?: boolean }>();
      return cli.inWorkspace(
        options,
        (session) => remove(session, name, { ...options, confirmed: options.yes ?? false }),
        {
          action: "change_fields",
          remote: remoteFieldRemoved(name, options),
        },
      );
    });
}

async function listFields(
  { ports, workspace, terminal }: Session,
  onlyOwn: boolean,
  object?: ObjectKind,
): Promise<ExitCode> {
  const all = await loadFields(ports, workspace, object);
  const own = all.filter(({ builtin }) => !builtin);
  const listed = onlyOwn ? own : [...own, ...all.filter(({ builtin }) => builtin)];
  if (terminal.json) {
    for (const field of listed) await terminal.printJson(fieldJson(field));
    return 0;
  }
  if (listed.length === 0)
    terminal.note("There are no own fields yet. Make one with: muster fields add KEY --type TYPE");
  else {
    const heads = ["Field", "Label", "Type", "", "Options"].map((head) => ({ head }));
    await terminal.print(...renderTable(heads, listed.map(fieldRow), terminal.width));
  }
  return 0;
}

async function add(session: Session, key: string, options: FieldOptions): Promise<ExitCode> {
  const made = await addCustomField(session.ports, session.workspace, {
    ...(options.object === undefined ? {} : { object: options.object }),
    key,
    label: options.label ?? null,
    type: options.type ?? "text",
    options: options.option ?? [],
    holdsExternalId: options.externalId ?? false,
  });
  if (!made.ok) return session.refuse(made.refusal);
  return say(session, made.value, `${made.value.key} is made: ${made.value.type}, “${shown(made.value.label)}”.`);
}

async function change(session: Session, name: string, options: FieldOptions): Promise<ExitCode> {
  const { object, type, label, option, addOption, externalId } = options;
  const changed = await changeCustomField(session.ports, session.workspace, name, {
    ...(object === undefined ? {} : { object }),
    ...(type === undefined ? {} : { type }),
    ...(label === undefined ? {} : { label }),
    ...(option === undefined ? {} : { options: option }),
    ...(addOption === undefined ? {} : { addOptions: addOption }),
    ...(externalId === undefined ? {} : { holdsExternalId: externalId }),
  });
  if (!changed.ok) return session.refuse(changed.refusal);
  return say(
    session,
    changed.value,
    `${changed.value.key} is now: ${fieldRow(changed.value).slice(1).filter(Boolean).join(", ")}.`,
  );
}

async function remove(session: Session, name: string, { object, confirmed }: RemovalRequest): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const removed = await removeCustomField(ports, workspace, name, {
    ...(object === undefined ? {} : { object }),
    confirmed,
  });
  if (!removed.ok) return session.refuse(removed.refusal);
  const { field, contacts, keptAs } = removed.value;
  if (terminal.json) await terminal.printJson({ removed: field.key, contacts, keptAs: contacts > 0 ? keptAs : null });
  else await terminal.print(removedFieldText(field.key, contacts, shown(keptAs)));
  return 0;
}

async function say({ terminal }: Session, field: Field, sentence: string): Promise<ExitCode> {
  if (terminal.json) await terminal.printJson(fieldJson(field));
  else await terminal.print(sentence);
  return 0;
}

const fieldRow = ({ key, label, type, builtin, options, holdsExternalId }: Field): readonly string[] => [
  key,
  shown(label),
  type,
  holdsExternalId ? "external id" : builtin ? "built in" : "",
  (options ?? []).map(shown).join(", "),
];
