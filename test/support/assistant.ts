/** An assistant that speaks with the server for assistants over a real workspace, without a process between them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import { onTestFinished } from "vitest";
import { assistantServer } from "../../src/mcp/assistant-server.ts";
import { directDrafts } from "../../src/source/direct-drafts.ts";
import { FolderFileStore } from "../../src/source/folder-file-store.ts";
import { openTestStore } from "./open-test-store.ts";
import { type TestOptions, type TestWorkspace, testWorkspace } from "./workspace.ts";

type Answer = { readonly isError: boolean; readonly json: ReturnType<typeof JSON.parse> };

export type Assistant = {
  readonly client: Client;
  readonly test: TestWorkspace;
  readonly faults: readonly unknown[];
  /** What the person was asked. */
  readonly questions: readonly string[];
  /** Path of a file with this content. */
  file(name: string, content: string): string;
  ask(tool: string, args?: Readonly<Record<string, unknown>>): Promise<Answer>;
};

export type AssistantOptions = TestOptions & {
  /** Address of the member who acts; absent = the operator. */
  readonly as?: string;
  /** What the person answers; absent = the assistant's program cannot ask. */
  readonly answers?: () => "yes" | "no" | "cancel" | Promise<"yes" | "no" | "cancel">;
  /** Only files below the test's folder. */
  readonly confined?: boolean;
};

export async function assistant(options: AssistantOptions = {}, prepared?: TestWorkspace): Promise<Assistant> {
  const test = prepared ?? (await testWorkspace(options));
  const data = join(test.folder, "data");
  const faults: unknown[] = [];
  const questions: string[] = [];
  const { server, stop } = assistantServer({
    openPorts: async () => {
      const store = await openTestStore(data, test.ports.now);
      return {
        ...test.ports,
        store,
        drafts: directDrafts(new FolderFileStore(data)),
        holder: `assistant ${Math.random()}`,
      };
    },
    workspace: test.workspace.slug,
    who: { member: options.as ?? null, operator: "ops" },
    folder: options.confined === true ? test.folder : null,
    version: "0.0.0-test",
    log: (error) => faults.push(error),
  });
  const client = new Client(
    { name: "test", version: "0" },
    { capabilities: options.answers === undefined ? {} : { elicitation: { form: {} } } },
  );
  if (options.answers !== undefined) {
    const { answers } = options;
    client.setRequestHandler(ElicitRequestSchema, async ({ params }) => {
      questions.push(params.message);
      const answer = await answers();
      if (answer === "cancel") return { action: "cancel" };
      return { action: "accept", content: { confirm: answer === "yes" } };
    });
  }
  const [mine, theirs] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(theirs), client.connect(mine)]);
  // Once it knows the tools, a client refuses answers that are not of the shape that they say.
  await client.listTools();
  onTestFinished(async () => {
    await client.close();
    await stop();
    if (prepared === undefined) await test.close();
  });
  return {
    ...{ client, test, faults, questions },
    file(name, content) {
      const path = join(test.folder, name);
      writeFileSync(path, content);
      return path;
    },
    async ask(tool, args = {}) {
      const { isError = false, content } = await client.callTool({ name: tool, arguments: args });
      const [first] = content as readonly { readonly text: string }[];
      const text = first?.text ?? "";
      return { isError: isError === true, json: text.startsWith("{") ? JSON.parse(text) : text };
    },
  };
}
