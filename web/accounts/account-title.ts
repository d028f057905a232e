/** What an account is called: by name, else by the first thing that tells it from others. Null = nothing does. */
type Values = Readonly<Record<string, unknown>>;

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

export const accountTitle = (account: Values): string | null =>
  ["name", "domain", "external_id"].map((key) => textOf(account[key])).find((text) => text !== "") ?? null;
