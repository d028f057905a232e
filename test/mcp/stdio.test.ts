import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { expect, onTestFinished, test } from "vitest";
import { command, workbench } from "../cli/run-muster.ts";

async function connected(args: readonly string[]) {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [command, "mcp", ...args],
    stderr: "pipe",
  });
  const client = new Client({ name: "test", version: "0" });
  await client.connect(transport);
  onTestFinished(() => client.close());
  return client;
}

test("muster mcp speaks the protocol and nothing else on stdout, and the command line sees what it did", async () => {
  const bench = workbench();
  const path = bench.file("people.csv", "Email,Name\nann@example.com,Ann\n");
  const client = await connected(["--data", bench.data, "--files", bench.path(".")]);
  const faults: unknown[] = [];
  client.onerror = (error) => faults.push(error);
  const plan = await client.callTool({ name: "plan_import", arguments: { path } });
  const { import: id, confirm } = plan.structuredContent as { readonly import: string; readonly confirm: string };
  const started = await client.callTool({ name: "start_import", arguments: { import: id, confirm } });
  expect(started.structuredContent).toMatchObject({ state: "done", outcomes: { created: 1 } });
  await client.close();
  expect(faults).toEqual([]);
  expect(bench.json(["show", id])).toMatchObject({ state: "done", code: 0 });
});

test("muster mcp is refused for whoever is no member", () => {
  const ran = workbench().run(["mcp", "--as", "nobody@example.com"]);
  expect([ran.code, ran.out]).toEqual([2, ""]);
  expect(ran.err).toContain("nobody@example.com is no member");
});

test("muster mcp ends when the assistant hangs up", () => {
  const ran = workbench().run(["mcp"]);
  expect([ran.code, ran.out, ran.err]).toEqual([0, "", ""]);
});
