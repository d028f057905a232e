/** Settings from a file, beside those of the environment. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { configPath, readConfigFile } from "../../src/config/config-file.ts";
import { SETTINGS } from "../../src/config/settings.ts";
import { accepted } from "../support/workspace.ts";

const read = (text: string, env = {}) => readConfigFile(env, { path: "muster.json", text });
const saying = (text: string, env = {}) => {
  const result = read(text, env);
  if (result.ok) throw new Error("not refused");
  return result.refusal.message;
};

describe("a config file", () => {
  test("adds what the environment does not say", () => {
    const text = '{ "MUSTER_PORT": 8080, "MUSTER_LOG_LEVEL": "warn", "MUSTER_OIDC_TRUST_EMAIL": true }';
    expect(accepted(read(text, { MUSTER_LOG_LEVEL: "debug" }))).toEqual({
      MUSTER_PORT: "8080",
      MUSTER_OIDC_TRUST_EMAIL: "yes",
    });
  });

  test.each([
    ["no JSON", "muster.json holds no JSON object."],
    ["[]", "muster.json holds no JSON object."],
    ['{ "MUSTER_PRT": 1 }', "muster.json names MUSTER_PRT, which is no setting."],
    ['{ "MUSTER_PORT": [1] }', "MUSTER_PORT in muster.json is neither a text nor a number nor true or false."],
    ['{ "MUSTER_PORT": "high" }', "MUSTER_PORT in muster.json is not set as it must be."],
    ['{ "MUSTER_LOG_LEVEL": "loud" }', "MUSTER_LOG_LEVEL in muster.json is not set as it must be."],
    ['{ "MUSTER_SMTP_URL": "smtp://mail" }', "MUSTER_MAIL_FROM in muster.json is not set as it must be."],
    ['{ "MUSTER_FILES": "my-bucket" }', "MUSTER_FILES in muster.json is not set as it must be."],
    ['{ "MUSTER_FILES": "s3://bucket" }', "AWS_ACCESS_KEY_ID in muster.json is not set, and MUSTER_FILES is."],
    ['{ "MUSTER_SECRET": "short" }', "MUSTER_SECRET in muster.json is not set as it must be."],
  ])("is refused by the setting and the file: %s", (text, message) => expect(saying(text)).toBe(message));

  test("is not blamed for what the environment says", () => {
    expect(accepted(read('{ "MUSTER_LOG_LEVEL": "warn" }', { MUSTER_PORT: "high" }))).toEqual({
      MUSTER_LOG_LEVEL: "warn",
    });
  });

  test("is named on the command line, or by the environment", () => {
    expect(configPath({ MUSTER_CONFIG: "a.json" }, ["serve"])).toBe("a.json");
    expect(configPath({ MUSTER_CONFIG: "a.json" }, ["serve", "--config", "b.json"])).toBe("b.json");
    expect(configPath({}, ["serve", "--config=c.json"])).toBe("c.json");
    expect(configPath({}, ["read", "--", "--config"])).toBeNull();
  });
});

test("every setting that the code reads is listed, and none that it does not", () => {
  const source = new URL("../../src/", import.meta.url);
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith(".ts") && name !== "config/settings.ts",
  );
  const text = files.map((name) => readFileSync(new URL(name, source), "utf8")).join("\n");
  const known = new Set([...text.matchAll(/env\.((?:MUSTER|AWS|DATABASE)_[A-Z0-9_]+)/g)].map(([, name]) => name));
  // What names the file itself, and what the server tells its own processes.
  for (const name of ["MUSTER_CONFIG", "MUSTER_SERVER_CHILD"]) known.delete(name);
  // The SDK of OpenTelemetry reads its own.
  const own = SETTINGS.map(({ name }) => name).filter((name) => !name.startsWith("OTEL_"));
  expect(own.sort()).toEqual([...known].sort());
});
