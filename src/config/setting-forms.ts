/** What settings have to look like, and how one is refused that does not. */
import { type Refused, refuse } from "../core/problem/refusal.ts";

export const WEB_ADDRESS = /^https?:\/\/[^\s/]+/;

/** @param page of docs/, where it says what the setting is for */
export const wrongSetting = (name: string, like: string, page: "server" | "effects"): Refused =>
  refuse({
    code: "arguments_invalid",
    message: `${name} is not set as it must be.`,
    fix: `Set it like this: ${like}. docs/${page}.md says what each ${page === "server" ? "setting" : "variable"} is for.`,
  });
