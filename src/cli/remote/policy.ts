/** `policy` of a server. */
import { findPolicyKey } from "../../core/policy/set-policy.ts";
import { shown } from "../../core/problem/shown-text.ts";
import type { ExitCode } from "../cli.ts";
import { printable } from "../words/text.ts";
import { printList } from "./listing.ts";
import type { PolicyChangeJson, PolicyKeyJson } from "./remote-server.ts";
import type { RemoteSession, RemoteWork } from "./remote-session.ts";

export async function remotePolicy(session: RemoteSession): Promise<ExitCode> {
  const { server, terminal } = session;
  if (terminal.json) {
    const answer = await server.ask("showPolicy");
    if (!answer.ok) return session.refuse(answer.refusal);
    await terminal.printJson(answer.value);
    return 0;
  }
  const answer = await server.ask("listPolicyKeys");
  if (!answer.ok) return session.refuse(answer.refusal);
  const columns = [
    { head: "", of: ({ text, preset }: PolicyKeyJson) => (text === preset ? "" : "*") },
    { head: "Key", of: ({ key }: PolicyKeyJson) => key },
    { head: "Value", of: ({ text }: PolicyKeyJson) => text },
    { head: "", of: ({ text, preset }: PolicyKeyJson) => (text === preset ? "" : `preset: ${preset}`) },
  ];
  const code = await printList(session, answer.value, { columns, none: "" });
  terminal.note("* differs from the preset.");
  return code;
}

export const remotePolicyKey =
  (name: string): RemoteWork =>
  async ({ server, terminal, refuse }) => {
    const found = findPolicyKey(name);
    if (!found.ok) return refuse(found.refusal);
    const [keys, policy, history] = await Promise.all([
      server.ask("listPolicyKeys"),
      server.ask("showPolicy"),
      server.ask("policyHistory"),
    ]);
    if (!keys.ok) return refuse(keys.refusal);
    if (!policy.ok) return refuse(policy.refusal);
    if (!history.ok) return refuse(history.refusal);
    const key = keys.value.items.find((item) => item.key === found.value);
    if (key === undefined) return refuse({ ...UNKNOWN_THERE, message: `The server has no policy key ${found.value}.` });
    const last = history.value.items.find(({ changed }) => changed.some((change) => change.key === key.key));
    const { text, preset, says, takes } = key;
    if (terminal.json) {
      const changed = last === undefined ? null : { at: last.at, by: last.by };
      const value = policy.value.policy[key.key];
      await terminal.printJson({ key: key.key, value, text, preset, says, takes, changed });
      return 0;
    }
    const mark = text === preset ? "" : ` (preset: ${printable(preset)})`;
    await terminal.print(
      terminal.style("bold", `${printable(key.key)} = ${printable(text)}`) + mark,
      `  ${printable(says)}`,
      `  Takes ${printable(takes)}.`,
      ...(last === undefined ? [] : [`  Changed last by ${shown(last.by)} on ${shown(last.at)}.`]),
    );
    return 0;
  };

const UNKNOWN_THERE = { code: "policy_key_unknown", fix: "See muster policy for those that it has." } as const;

export type PolicyWords = {
  readonly set?: Readonly<Record<string, string>>;
  /** `all` = every key. */
  readonly reset?: readonly string[] | "all";
  readonly preset?: string;
};

export const remotePolicyChanged =
  ({ set, reset, preset }: PolicyWords): RemoteWork =>
  async ({ server, terminal, refuse }) => {
    const keys = reset === "all" ? await server.ask("listPolicyKeys") : null;
    if (keys !== null && !keys.ok) return refuse(keys.refusal);
    const names = keys === null ? reset : keys.value.items.map(({ key }) => key);
    const answer = await server.ask("changePolicy", { body: { set, reset: names, preset } });
    if (!answer.ok) return refuse(answer.refusal);
    const { changed } = answer.value;
    if (terminal.json) await terminal.printJson(answer.value);
    else if (changed.length === 0) terminal.note("Nothing to change: it is so already.");
    else
      await terminal.print(
        ...changed.map(({ key, from, to }) => `${printable(key)} is now ${printable(to)} (was ${printable(from)})`),
      );
    return 0;
  };

export async function remotePolicyHistory(session: RemoteSession): Promise<ExitCode> {
  const answer = await session.server.ask("policyHistory");
  if (!answer.ok) return session.refuse(answer.refusal);
  const columns = [
    { head: "When", of: ({ at }: PolicyChangeJson) => at },
    { head: "Who", of: ({ by }: PolicyChangeJson) => by },
    {
      head: "What",
      of: ({ changed }: PolicyChangeJson) => changed.map(({ key, from, to }) => `${key} ${from} → ${to}`),
    },
  ];
  return printList(session, answer.value, { columns, none: "The policy is as the workspace was made." });
}
