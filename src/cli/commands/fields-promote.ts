/** `muster fields promote NAME`: custom data that contacts keep becomes a field with their values. */
import type { Command } from "commander";
import {
  type Promotion,
  type PromotionRequest,
  previewPromotion,
  promoteKept,
} from "../../app/workspace/promote-kept.ts";
import type { SharedOptions } from "../../config.ts";
import type { DateOrder } from "../../core/policy/policy.ts";
import { catalogue } from "../../core/problem/catalogue.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { Cli, ExitCode, Session } from "../cli.ts";
import { confirmed } from "../confirm.ts";
import { countryOption } from "../country-option.ts";
import { dateOrder } from "../import-options.ts";
import { collected, examples, withFolderOptions } from "../shared-options.ts";
import { count } from "../words/text.ts";

type Options = SharedOptions & {
  readonly type?: string;
  readonly key?: string;
  readonly label?: string;
  readonly option?: readonly string[];
  readonly dateOrder?: DateOrder;
  readonly country?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
};

/** Texts that stay custom data, as examples. */
const MOST_TEXTS = 10;

export function registerPromote(fields: Command, cli: Cli): void {
  withFolderOptions(
    fields
      .command("promote")
      .argument("<name>", "name of the custom data: that of the column it came from")
      .summary("make a field of custom data that contacts keep")
      .description(
        "Makes a field of what imports have kept under a name, with the values of all contacts. What cannot be read as the field's type stays custom data. Files with a column of this name fill the field from then on.",
      ),
  )
    .option("--type <type>", "what its values are", "text")
    .option("--key <key>", "key of the field (default: made from the name)")
    .option("--label <label>", "how people call it, and its header in files (default: the name)")
    .option("--option <option>", "one of the options of a choice; repeatable", collected)
    .option("--date-order <order>", "MDY, DMY or YMD (default: as the values show)", dateOrder)
    .option("--country <code>", "country of phone numbers that do not say theirs, such as US")
    .option("--dry-run", "show what would become of the values, and stop")
    .option("--yes", "do not ask; needed where there is no terminal")
    .addHelpText(
      "after",
      examples(
        "muster fields promote 'Renewal date' --type date --dry-run",
        "muster fields promote Plan --type single_choice --option Gold --option Silver --yes",
      ),
    )
    .action((name: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      return cli.inWorkspace(options, (session) => promote(session, name, options), { action: "change_fields" });
    });
}

async function promote(session: Session, name: string, options: Options): Promise<ExitCode> {
  const { ports, workspace, terminal } = session;
  const country = countryOption(options.country);
  if (!country.ok) return session.refuse(country.refusal);
  const preview = await previewPromotion(ports, workspace, requestOf(name, country.value, options));
  if (!preview.ok) return session.refuse(preview.refusal);
  const promotion = preview.value;
  if (options.dryRun || !options.yes) {
    if (terminal.json && options.dryRun) await terminal.printJson(promotionJson(promotion));
    if (!terminal.json) await terminal.print(...previewText(promotion));
    if (options.dryRun) return 0;
    if (!terminal.isInteractive) {
      return session.refuse({
        code: "confirmation_required",
        message: `${catalogue.confirmation_required.title}. Nothing was changed.`,
        fix: "Say yes beforehand with --yes, or look at it with --dry-run.",
      });
    }
    if (!(await confirmed(terminal, `Make the field ${promotion.field.key}?`))) {
      terminal.note("Nothing was changed.");
      return 0;
    }
  }
  const promoted = await promoteKept(ports, workspace, promotion);
  if (!promoted.ok) return session.refuse(promoted.refusal);
  const { read, unread } = promoted.value;
  if (terminal.json) await terminal.printJson(promotionJson({ ...promotion, read, unread }));
  else {
    const left =
      unread === 0 ? "" : ` ${count(unread, "contact")} ${unread === 1 ? "keeps" : "keep"} the text as custom data.`;
    await terminal.print(
      `${promotion.field.key} is made: ${count(read, "contact")} ${read === 1 ? "has" : "have"} a value of it.${left}`,
    );
  }
  return 0;
}

const requestOf = (name: string, country: string | null, options: Options): PromotionRequest => ({
  ...{ name, country },
  key: options.key ?? null,
  label: options.label ?? null,
  type: options.type ?? "text",
  options: options.option ?? [],
  dateOrder: options.dateOrder ?? null,
});

function previewText({ field, name, read, unread, unreadTexts }: Promotion): readonly string[] {
  const texts = unreadTexts.slice(0, MOST_TEXTS);
  return [
    `“${shown(name)}” would become the field ${field.key} (${field.type}):`,
    `  ${count(read, "contact")} would have a value of it`,
    ...(unread === 0 ? [] : [`  ${count(unread, "contact")} would keep the text as custom data, such as:`]),
    ...texts.map(({ text, contacts }) => `    “${shown(text)}” (${contacts})`),
  ];
}

const promotionJson = ({ field, name, read, unread, unreadTexts, settings }: Promotion) => ({
  ...{ field: field.key, label: field.label, type: field.type, from: name, read, unread },
  unreadTexts,
  dateOrder: settings.dateOrder,
});
