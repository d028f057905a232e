/** docs/settings.md: every setting of the environment or a config file. */
import { SETTINGS, type Setting } from "../../src/config/settings.ts";
import { code, generatedFrom, page, prose, table } from "./markdown.ts";

const CHAPTERS: Readonly<Record<Setting["about"], string>> = {
  data: "Data",
  files: "Stored files",
  server: "Server",
  "signing in": "Signing in",
  effects: "Mail, Slack, webhooks, enrichment",
  traces: "Traces",
  diagnosis: "Diagnosis",
};

export function settingsPage(): string {
  return page([
    generatedFrom("src/config/settings.ts"),
    "# Settings",
    "Settings come from the environment, or from a JSON file with the same names: `--config FILE`, or `MUSTER_CONFIG=FILE`. What the command line says counts first, then the environment, then the file. A wrong one is refused by its name, and one of the file with the file's.",
    '```json\n{ "MUSTER_DATA": "/var/lib/muster", "MUSTER_PORT": 8080, "MUSTER_LOG_LEVEL": "warn" }\n```',
    ...Object.entries(CHAPTERS).flatMap(([about, title]) => [
      `## ${title}`,
      table(
        ["setting", "what it says", "like", "unset"],
        SETTINGS.filter((setting) => setting.about === about).map(({ name, says, like, unset }) => [
          code(name),
          prose(says),
          code(like),
          unset === "" ? "nothing is set up" : prose(unset),
        ]),
      ),
    ]),
  ]);
}
