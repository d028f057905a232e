/** The outside world of a program that is only asked for its help: nothing is opened, and nobody asked. */
import type { Edges } from "../../src/cli/cli.ts";
import { Interrupts } from "../../src/cli/interrupts.ts";

export const NO_EDGES: Edges = {
  env: {},
  streams: { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr },
  inputs: { open: () => Promise.reject(new Error("help reads no file")) },
  converter: { open: () => Promise.reject(new Error("help reads no file")) },
  scratch: () => Promise.reject(new Error("help reads no file")),
  workbook: () => {
    throw new Error("help writes no file");
  },
  backups: {
    write: () => {
      throw new Error("help writes no file");
    },
    restore: () => Promise.reject(new Error("help reads no file")),
  },
  move: () => Promise.reject(new Error("help moves nothing")),
  signInLink: () => Promise.reject(new Error("help signs nobody in")),
  openPorts: () => Promise.reject(new Error("help opens no data folder")),
  work: () => Promise.reject(new Error("help runs no worker")),
  serve: () => Promise.reject(new Error("help serves nothing")),
  assist: () => Promise.reject(new Error("help serves nobody")),
  remoteServer: () => Promise.reject(new Error("help asks no server")),
  now: () => 0,
  user: "",
  version: "",
  interrupts: new Interrupts(process),
};
