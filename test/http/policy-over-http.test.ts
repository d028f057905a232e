/** The policy over HTTP: its values as programs write them. */
import { expect, test } from "vitest";
import { apiServer } from "../support/api-server.ts";

test("a key that holds a list takes it as it is answered, for the workspace and for an import", async () => {
  const server = await apiServer();
  const key = await server.key();
  const changed = await server.ask(key, "PATCH /policy", { set: { match: ["email", "phone"] } });
  expect([changed.status, changed.json.policy?.match]).toEqual([200, ["email", "phone"]]);
  const rows = [{ email: "ann@example.com", name: "Ann" }];
  const made = await server.ask(key, "POST /imports?wait=20", { rows, options: { set: { match: ["email"] } } });
  const shown = await server.ask(key, `GET /imports/${made.json.import}`);
  expect(shown.json.policy.match).toEqual(["email"]);
  const wrong = await server.ask(key, "PATCH /policy", { set: { match: ["fax"] } });
  expect(wrong.json.code).toBe("policy_value_invalid");
});

test.each([[true], ["yes"], ["true"], [1]])("a key that is yes or no takes %j", async (value) => {
  const server = await apiServer();
  const changed = await server.ask(await server.key(), "PATCH /policy", { set: { overrideOwners: value } });
  expect([changed.status, changed.json.policy?.overrideOwners]).toEqual([200, true]);
});
