/** What an undo means for the workflow of the import: what is cancelled, and what is out and cannot be taken back. */
import type { EffectTally } from "../../app/ports/effect-ports.ts";
import type { ImportRecord } from "../../app/ports.ts";
import type { Session } from "../cli.ts";
import { withData } from "./import-text.ts";
import { count } from "./text.ts";

export function effectLines(
  { config }: Session,
  { id }: ImportRecord,
  { runs, waiting, sent }: EffectTally,
): readonly string[] {
  const cancelled = [
    ...(runs > 0 ? [count(runs, "contact's workflow", "contacts' workflows")] : []),
    ...(waiting > 0 ? [count(waiting, "mail, post or call", "mails, posts and calls")] : []),
  ].join(" and ");
  return [
    ...(cancelled === "" ? [] : [`  Not to happen any more: ${cancelled}`]),
    ...(sent === 0
      ? []
      : [
          `  Sent already, and not to be taken back: ${count(sent, "mail, post or call", "mails, posts and calls")}`,
          `    ${withData(`muster effects list --import ${id} --state sent`, config)}`,
        ]),
  ];
}
