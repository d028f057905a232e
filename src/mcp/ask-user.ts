/** Asks the person behind the assistant, where the assistant's program can: what is written is not the assistant's to decide. */
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { accept, type Result, refuseWith } from "../core/problem/refusal.ts";
import { CONFIRM_MS } from "./limits.ts";

export type AskUser = (question: string, yes: string) => Promise<Result<null>>;

/** A program that cannot ask leaves it to its own permissions: accepted. */
export const askUserOf =
  ({ server }: McpServer): AskUser =>
  async (question, yes) => {
    const asks = server.getClientCapabilities()?.elicitation;
    if (asks === undefined || (asks.form === undefined && asks.url !== undefined)) return accept(null);
    const confirm = { type: "boolean", title: yes, default: false } as const;
    const requestedSchema = { type: "object", properties: { confirm }, required: ["confirm"] } as const;
    const answer = await server
      .elicitInput(
        {
          mode: "form",
          message: question,
          requestedSchema: { ...requestedSchema, required: [...requestedSchema.required] },
        },
        { timeout: CONFIRM_MS },
      )
      .catch(() => null);
    if (answer === null)
      return refuseWith("plan_declined", "The user was asked, and no answer came. Nothing was written.");
    return answer.action === "accept" && answer.content?.confirm === true
      ? accept(null)
      : refuseWith("plan_declined", "The user was asked and did not agree. Nothing was written.");
  };
