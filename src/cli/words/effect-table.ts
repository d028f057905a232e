/** Effects as rows of a table, made of what programs read of them: the same of a data folder and of a server. */
import type { effectJson } from "../../app/view/effect-json.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { EffectCause } from "../../core/workflow/effect.ts";
import { renderTable } from "./table.ts";
import { count, moment } from "./text.ts";

export type EffectJson = ReturnType<typeof effectJson>;

export const NO_EFFECTS =
  "Nothing was sent, and nothing waits to be. What workflows send is listed once a worker has run their steps.";

const FOR: Readonly<Record<EffectCause, string>> = {
  workflow: "workflow",
  notification: "notice",
  endpoint: "webhook",
};

/** @param workflows their names, by id */
export function effectTable(
  effects: readonly EffectJson[],
  workflows: ReadonlyMap<string, string>,
  width: number,
): readonly string[] {
  const heads = ["Effect", "Kind", "For", "About", "To", "State", "When", "Contact", "Import", "Last error"].map(
    (head) => ({ head }),
  );
  const rows = effects.map((effect) =>
    [
      ...[effect.effect, effect.kind, FOR[effect.cause], aboutOf(effect, workflows), effect.to, effect.state],
      ...[whenText(effect), effect.contact ?? "", effect.import ?? "", effect.error ?? ""],
    ].map(shown),
  );
  return renderTable(heads, rows, width);
}

/** The subject of a mail is known until it is sent. */
function aboutOf({ subject = "", workflow, step }: EffectJson, workflows: ReadonlyMap<string, string>): string {
  const name = workflow === null ? undefined : workflows.get(workflow);
  return [subject, name === undefined ? "" : `${name}, step ${step}`].filter((text) => text !== "").join(" · ");
}

function whenText({ state, sentAt, notBefore, attempts }: EffectJson): string {
  if (sentAt !== null) return moment(Date.parse(sentAt));
  const due = moment(Date.parse(notBefore));
  if (state === "queued") return `not before ${due}`;
  if (state === "failed") return `again ${due}, ${count(attempts, "attempt")}`;
  return state === "dead" ? `given up after ${count(attempts, "attempt")}` : "";
}
