/** `muster field TYPE`: values on standard input, normalised values out, as an import would read them. */
import type { Command } from "commander";
import { Option } from "commander";
import type { SharedOptions } from "../../config.ts";
import { FIELD_TYPES } from "../../core/contact/field.ts";
import { DEFAULT_VALUE_SETTINGS, fieldAnswers, fieldTypeOf, fullNameAnswers } from "../../core/contact/field-answer.ts";
import type { DateOrder } from "../../core/policy/policy.ts";
import { nearWords } from "../../core/problem/near-words.ts";
import type { Refusal } from "../../core/problem/refusal.ts";
import { shown } from "../../core/problem/shown-text.ts";
import { type Cli, type ExitCode, refuse } from "../cli.ts";
import { countryOption } from "../country-option.ts";
import { dateOrder } from "../import-options.ts";
import { examples, withOutputOptions } from "../shared-options.ts";
import type { Terminal } from "../terminal.ts";

type Options = SharedOptions & { readonly country?: string; readonly dateOrder?: DateOrder };

export function registerField(program: Command, cli: Cli): void {
  withOutputOptions(
    program
      .command("field")
      .argument("<type>", "email, phone, date, number, money, name, choice, url, …")
      .summary("read values of one type from standard input")
      .description(
        `Reads one JSON string a line from standard input and answers one object a line: the value as an import would write it, or the problem's code. Needs no data folder. Of a full_name it also says the first and last name, where the name tells them.\n\nTypes: ${FIELD_TYPES.join(", ")}.`,
      ),
  )
    .option("--country <code>", "country of phone numbers that do not say theirs", DEFAULT_VALUE_SETTINGS.country)
    .addOption(new Option("--date-order <order>", "MDY, DMY or YMD").argParser(dateOrder))
    .addHelpText(
      "after",
      examples(
        `echo '"(415) 555-0100"' | muster field phone --country US`,
        `echo '"3/4/2024"' | muster field date --date-order DMY`,
        `echo '"van der Berg, Jan"' | muster field full_name`,
      ),
    )
    .action((type: string, options: Options) => cli.run(options, (terminal) => answerValues(terminal, type, options)));
}

async function answerValues(terminal: Terminal, word: string, options: Options): Promise<ExitCode> {
  const type = fieldTypeOf(word);
  if (type === null) return refuse(terminal, unknownType(word));
  const country = countryOption(options.country);
  if (!country.ok) return refuse(terminal, country.refusal);
  const settings = {
    ...DEFAULT_VALUE_SETTINGS,
    country: country.value ?? "",
    ...(options.dateOrder && { dateOrder: options.dateOrder }),
  };
  const answer = isFullName(word) ? fullNameAnswers() : fieldAnswers(type, settings);
  if (terminal.streams.stdin.isTTY)
    terminal.note("Reading standard input: one JSON string a line; end it with Ctrl-D.");
  let line = 0;
  for await (const lines of linesOf(terminal.streams.stdin)) {
    let text = "";
    for (const json of lines) {
      line++;
      const value = stringOf(json);
      if (value === null) {
        await terminal.write(text);
        return refuse(terminal, notString(line));
      }
      text += `${JSON.stringify(answer(value))}\n`;
    }
    await terminal.write(text);
  }
  return 0;
}

const isFullName = (word: string): boolean => /^full[-_]name$/i.test(word);

/** Lines as they come, in batches. JSON may hold U+2028 as it is, so that only line feeds end a line. */
async function* linesOf(stdin: AsyncIterable<Uint8Array | string>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of stdin) {
    const lines = (typeof piece === "string" ? piece : decoder.decode(piece, { stream: true })).split("\n");
    lines[0] = rest + (lines[0] ?? "");
    rest = lines.pop() ?? "";
    yield lines;
  }
  rest += decoder.decode();
  if (rest !== "") yield [rest];
}

function stringOf(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}

const notString = (line: number): Refusal => ({
  code: "arguments_invalid",
  message: `Line ${line} of standard input is not a JSON string.`,
  fix: 'Write each value as a JSON string on a line of its own, such as "(415) 555-0100".',
  line,
});

function unknownType(word: string): Refusal {
  const near = nearWords(word, FIELD_TYPES);
  const hint = near.length > 0 ? ` Did you mean ${near.join(" or ")}?` : "";
  return {
    code: "arguments_invalid",
    message: `There is no type ${shown(word)}.${hint}`,
    fix: `Use one of ${FIELD_TYPES.join(", ")}.`,
  };
}
