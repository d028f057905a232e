/** What the environment and the command line say about where to work and how to show it: one frozen value. Reads nothing itself. */
import { DEFAULT_WORKSPACE } from "./app/open-workspace.ts";
import { accept, type Result, refuse } from "./core/problem/refusal.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Options that every command has. */
export type SharedOptions = {
  readonly data?: string;
  readonly workspace?: string;
  readonly as?: string;
  readonly server?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
};

export type Config = {
  /** The embedded database's folder. */
  readonly dataFolder: string;
  readonly workspace: string;
  /** Address of the member who acts; null = the operator of the machine. */
  readonly member: string | null;
  /** What must be written behind a command that is shown, for it to work on the same data: ` --data DIR`. */
  readonly sameData: string;
  /** What must be written before it: `npx `, or nothing where the command is installed. */
  readonly runner: string;
};

export function readConfig(env: Environment, options: SharedOptions): Result<Config> {
  if (options.server !== undefined) return notYet("--server was given", "Leave --server out");
  if (env.DATABASE_URL) return notYet("DATABASE_URL is set", "Unset DATABASE_URL");
  const dataFolder = options.data ?? (env.MUSTER_DATA || "muster-data");
  if (dataFolder === "" || dataFolder.includes("\0")) {
    const name = options.data === undefined ? "MUSTER_DATA" : "--data";
    return refuse({
      code: "arguments_invalid",
      message: `${name} does not name a folder.`,
      fix: `Give the path of a folder, such as ${name === "--data" ? "--data " : "MUSTER_DATA="}./muster-data.`,
    });
  }
  const workspace = options.workspace ?? DEFAULT_WORKSPACE;
  const sameData = [
    ...(options.data === undefined ? [] : [` --data ${shellWord(options.data)}`]),
    ...(options.workspace === undefined ? [] : [` --workspace ${shellWord(options.workspace)}`]),
    ...(options.as === undefined ? [] : [` --as ${shellWord(options.as)}`]),
  ].join("");
  const runner = throughNpm(env) ? "npx " : "";
  const member = options.as ?? (env.MUSTER_MEMBER || null);
  return accept(Object.freeze({ dataFolder, workspace, member, sameData, runner }));
}

const notYet = (what: string, fix: string): Result<never> =>
  refuse({
    code: "arguments_invalid",
    message: `${what}, and this version works with the embedded database alone.`,
    fix: `${fix}, and name the folder of the embedded database with --data DIR or MUSTER_DATA.`,
  });

/** In a clone `muster` is on nobody's path: who came through npm goes on through npm. */
const throughNpm = (env: Environment): boolean => ["exec", "run-script", "run"].includes(env.npm_command ?? "");

/** https://no-color.org, and terminals that cannot. */
export const wantsColour = (env: Environment): boolean => !env.NO_COLOR && env.TERM !== "dumb";

export const wantsStack = (env: Environment): boolean => Boolean(env.MUSTER_DEBUG);

const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
