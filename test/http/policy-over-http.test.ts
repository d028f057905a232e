/** The policy over HTTP: its values as programs write them. */
import { expect, test } from "vitest";
import { apiServer } from "../support/api-server.ts";

test.each([[true], ["yes"], ["true"], [1]])("a key that is yes or no takes %j", async (value) => {
  const server = await apiServer();
  const changed = await server.ask(await server.key(), "PATCH /policy", { set: { overrideOwners: value } });
  expect([changed.status, changed.json.policy?.overrideOwners]).toEqual([200, true]);
});
