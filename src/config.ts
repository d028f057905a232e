/** What the environment and the command line say about where to work and how to show it: one frozen value. Reads nothing itself. */
import { DEFAULT_WORKSPACE } from "./app/workspace/open-workspace.ts";
import { type DatabaseConfig, readDatabaseConfig } from "./config/database.ts";
import { readFileStorage } from "./config/file-storage.ts";
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
  /** The embedded database's folder, and that of stored and scratch files. */
  readonly dataFolder: string;
  /** Null = the embedded one. */
  readonly database: DatabaseConfig | null;
  readonly workspace: string;
  /** Address of the member who acts; null = the operator of the machine. */
  readonly member: string | null;
  /** What must be written behind a command that is shown, for it to work on the same data: ` --data DIR`. */
  readonly sameData: string;
  /** The same for what the operator of the machine alone may do: without who acts. */
  readonly sameFolder: string;
  /** What must be written before it: `npx `, or nothing where the command is installed. */
  readonly runner: string;
};

/** A server that commands are for, instead of a data folder. */
export type ServerAddress = {
  readonly server: string;
  /** API key. */
  readonly key: string;
  /** Slug; null = the key's own. */
  readonly workspace: string | null;
  /** What commands that are shown begin and end with. */
  readonly shown: Config;
};

/** @param options with `--server` */
export function readServerAddress(env: Environment, options: SharedOptions): Result<ServerAddress> {
  const server = options.server ?? "";
  if (!/^https?:\/\/[^\s/?#]+\/?$/.test(server))
    return wrongAddress(
      "--server is no address of a server.",
      "Write it like this: --server https://muster.example.com.",
    );
  if (options.data !== undefined || options.as !== undefined) {
    const [said, why] =
      options.data === undefined ? ["--as", "the key says who acts"] : ["--data", "the data is there"];
    return wrongAddress(`${said} was given with --server: ${why}.`, `Leave ${said} or --server out.`);
  }
  const key = env.MUSTER_TOKEN ?? "";
  if (!/^\S+$/.test(key)) {
    const fix = "Set MUSTER_TOKEN to an API key, which muster keys create NAME makes where the data is.";
    return wrongAddress("MUSTER_TOKEN holds no key for the server.", fix);
  }
  const { workspace = null } = options;
  const sameData = ` --server ${shellWord(server)}${workspace === null ? "" : ` --workspace ${shellWord(workspace)}`}`;
  const runner = throughNpm(env) ? "npx " : "";
  const shown = {
    dataFolder: "",
    database: null,
    workspace: workspace ?? "",
    member: null,
    sameData,
    sameFolder: sameData,
    runner,
  };
  return accept(Object.freeze({ server, key, workspace, shown }));
}

const wrongAddress = (message: string, fix: string): Result<never> =>
  refuse({ code: "arguments_invalid", message, fix });

export function readConfig(env: Environment, options: SharedOptions): Result<Config> {
  const database = readDatabaseConfig(env);
  if (!database.ok) return database;
  const dataFolder = options.data ?? (env.MUSTER_DATA || "muster-data");
  if (dataFolder === "" || dataFolder.includes("\0")) {
    const name = options.data === undefined ? "MUSTER_DATA" : "--data";
    return refuse({
      code: "arguments_invalid",
      message: `${name} does not name a folder.`,
      fix: `Give the path of a folder, such as ${name === "--data" ? "--data " : "MUSTER_DATA="}./muster-data.`,
    });
  }
  // Looked at with every command: one that has written half of its work would say it too late.
  const files = readFileStorage(env);
  if (!files.ok) return files;
  const workspace = options.workspace ?? DEFAULT_WORKSPACE;
  const sameFolder = [
    ...(options.data === undefined ? [] : [` --data ${shellWord(options.data)}`]),
    ...(options.workspace === undefined ? [] : [` --workspace ${shellWord(options.workspace)}`]),
  ].join("");
  const sameData = options.as === undefined ? sameFolder : `${sameFolder} --as ${shellWord(options.as)}`;
  const runner = throughNpm(env) ? "npx " : "";
  const member = options.as ?? (env.MUSTER_MEMBER || null);
  return accept(
    Object.freeze({ dataFolder, database: database.value, workspace, member, sameData, sameFolder, runner }),
  );
}

/** In a clone `muster` is on nobody's path: who came through npm goes on through npm. */
const throughNpm = (env: Environment): boolean => ["exec", "run-script", "run"].includes(env.npm_command ?? "");

/** https://no-color.org, and terminals that cannot. */
export const wantsColour = (env: Environment): boolean => !env.NO_COLOR && env.TERM !== "dumb";

export const wantsStack = (env: Environment): boolean => Boolean(env.MUSTER_DEBUG);

export const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
