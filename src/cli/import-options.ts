/** The options of `import` and `plan`, and the request they amount to. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { ImportRequest } from "../app/import/preparing/import-request.ts";
import type { SharedOptions } from "../config.ts";
import type { Actor } from "../core/member/actor.ts";
import { LINES_OF, type LinesOf, linesOf } from "../core/object/lines-of.ts";
import { MANY, type ObjectKind } from "../core/object/object-kind.ts";
import type { DateOrder, ImportMode } from "../core/policy/policy.ts";
import { accept, type Result, refuse } from "../core/problem/refusal.ts";
import { shown } from "../core/problem/shown-text.ts";
import { dialectOverrides } from "../core/tabular/dialect-words.ts";
import { countryOption } from "./country-option.ts";
import { type DialectOptions, withDialectOptions } from "./dialect-options.ts";
import { collected, withWorkspaceOptions } from "./shared-options.ts";

export type ImportOptions = SharedOptions &
  DialectOptions & {
    readonly object?: LinesOf;
    readonly preset?: string;
    readonly mode?: ImportMode;
    readonly map?: readonly string[];
    readonly mapping?: string;
    readonly saveMapping?: string;
    readonly set?: readonly string[];
    readonly tag?: readonly string[];
    readonly owner?: string;
    readonly country?: string;
    readonly dateOrder?: DateOrder;
    readonly sheet?: string;
    readonly workflow?: string;
    readonly dnt?: boolean;
    readonly acceptDisclaimer?: boolean;
    readonly overrideOwners?: boolean;
    readonly acceptUnmapped?: boolean;
    readonly yes?: boolean;
    readonly dryRun?: boolean;
    readonly strict?: boolean;
    readonly progress?: boolean;
  };

export const withImportOptions = (command: Command): Command =>
  withWorkspaceOptions(
    withDialectOptions(
      command
        .argument("<file>", "the file to read; - reads standard input")
        .addOption(
          new Option(
            "--object <kind>",
            "what the lines of the file are: contacts (as when nothing is said), accounts, opportunities, contacts,opportunities or pipelines",
          ).argParser(linesWord),
        )
        .option("--preset <id>", "make a fresh workspace from this preset, or run this one import under it")
        .addOption(new Option("--mode <mode>", "what the import may do").choices(["create", "update", "both"]))
        .option(
          "--map <column=field>",
          "say where a column goes; 'Header=' ignores it, '#3=field' is by position, 'Header=field{Mr:Male}' reads values as others, '\"Acme\"=field' fills a field",
          collected,
        )
        .option("--mapping <name>", "use a saved mapping")
        .option("--save-mapping <name>", "remember the mapping under this name")
        .option("--set <key=value>", "change a policy key for this import alone", collected)
        .option("--tag <name>", "give every contact of the import this tag", collected)
        .option("--owner <email>", "member who owns the contacts, accounts or opportunities whose line names no owner")
        .option("--dnt", "mark every contact of the import Do Not Touch")
        .option("--country <code>", "country of phone numbers that do not say theirs, such as US")
        .addOption(
          new Option("--date-order <order>", "MDY, DMY or YMD, where a column does not show it").argParser(dateOrder),
        ),
    )
      .option("--sheet <name>", "sheet of a workbook")
      .option("--workflow <name>", "queue the new contacts into this workflow; none queues them into no one")
      .option("--accept-disclaimer", "accept the workspace's disclaimer")
      .option("--override-owners", "contacts that exist get the file's owner, or whoever imports")
      .option("--accept-unmapped", "leave out columns that belong to no field")
      .option("--strict", "exit with 3 when rows failed")
      .option("--progress", "show progress on stderr, even where it is no terminal")
      .option("--no-progress", "show no progress"),
  );

/** What has fields of its own: `accounts` or `account`, either says it. */
export function objectKind(text: string): ObjectKind {
  const kind = WITH_FIELDS.find((known) => known === text || MANY[known] === text);
  if (kind === undefined)
    throw new InvalidArgumentError(`Allowed choices are ${WITH_FIELDS.map((known) => MANY[known]).join(", ")}.`);
  return kind;
}

const WITH_FIELDS = ["contact", "account", "opportunity"] as const satisfies readonly ObjectKind[];

function linesWord(text: string): LinesOf {
  const lines = linesOf(text);
  if (lines === null) throw new InvalidArgumentError(`Allowed choices are ${LINES_OF.join(", ")}.`);
  return lines;
}

export function dateOrder(text: string): DateOrder {
  const order = (["MDY", "DMY", "YMD"] as const).find((known) => known === text.toUpperCase());
  if (order === undefined) throw new InvalidArgumentError("Allowed choices are MDY, DMY, YMD.");
  return order;
}

export function importRequest(options: ImportOptions, actor: Actor): Result<ImportRequest> {
  const set = new Map<string, string>();
  for (const text of options.set ?? []) {
    const parting = text.indexOf("=");
    if (parting < 1)
      return invalid(
        `--set ${shown(text)} does not say which key gets which value.`,
        "Write --set KEY=VALUE; docs/policy.md lists the keys.",
      );
    set.set(text.slice(0, parting), text.slice(parting + 1));
  }
  if (options.overrideOwners) set.set("overrideOwners", "yes");
  if (options.acceptUnmapped) set.set("unmappedAccepted", "yes");
  const country = countryOption(options.country);
  if (!country.ok) return country;
  return accept({
    ...(options.object ?? { object: "contact" as const, supposesContacts: true }),
    preset: options.preset ?? null,
    mode: options.mode ?? null,
    set,
    dialect: dialectOverrides(options),
    sheet: options.sheet ?? null,
    map: options.map ?? [],
    mapping: options.mapping ?? null,
    saveMapping: options.saveMapping ?? null,
    tags: (options.tag ?? []).map((tag) => tag.trim()).filter((tag) => tag !== ""),
    owner: options.owner ?? null,
    country: country.value,
    dateOrder: options.dateOrder ?? null,
    disclaimerAccepted: options.acceptDisclaimer ?? false,
    workflow: options.workflow ?? null,
    doNotTouch: options.dnt ?? false,
    actor,
  });
}

const invalid = (message: string, fix: string): Result<never> => refuse({ code: "arguments_invalid", message, fix });
