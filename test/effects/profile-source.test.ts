/** The enrichment service as it may be: right, down, slow, lying, far too talkative. Each row has its answer, and nobody waits for ever. */
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { profileService } from "../../examples/profile-service.ts";
import { HttpProfileSource, type ProfileSettings } from "../../src/effects/profile-source.ts";
import { people, told, workspaces } from "../scenario/story.ts";
import { receiver } from "../support/receiver.ts";
import type { TestWorkspace } from "../support/workspace.ts";

const open = workspaces({ preset: "prospecting" });
const ANN = "https://www.linkedin.com/in/ann-lee";
const FILE = `Contact LinkedIn URL,Booth\n${ANN},B1\n`;

const source = (url: string, settings: Partial<ProfileSettings> = {}) =>
  new HttpProfileSource({
    ...{ url, key: null, perSecond: 1000, userAgent: "muster/test", timeoutMs: 400, now: Date.now },
    ...settings,
  });

/** The workspace, with this service. */
const served = (workspace: TestWorkspace, profiles: HttpProfileSource): void => {
  Object.assign(workspace.ports, { profiles });
};

const answering = async (status: number, body: string) =>
  receiver((_, response) => response.writeHead(status, { "content-type": "application/json" }).end(body));

const profile = (values: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ linkedin_url: ANN, first_name: "Ann", last_name: "Lee", ...values });

describe("what the service answers becomes that row's finding (C-O2)", () => {
  test.each([
    ["no JSON", 200, "<html>", "the answer is not JSON"],
    ["a list", 200, "[]", "the answer is no profile"],
    [
      "another person",
      200,
      profile({ linkedin_url: "https://www.linkedin.com/in/eve" }),
      "the answer is about somebody else",
    ],
    ["nobody", 200, JSON.stringify({ linkedin_url: ANN }), "the answer names nobody"],
    ["a number as name", 200, profile({ first_name: 7 }), "the answer's first_name is no text"],
    ["no such profile", 404, "{}", "there is no such profile"],
    ["a wrong key", 401, "{}", "the service does not accept our key (HTTP 401)"],
    ["a redirect", 302, "", "the service answered HTTP 302"],
    ["20 MB", 200, `{"x":"${"x".repeat(20_000_000)}"}`, "the answer is too large"],
    ["deep JSON", 200, "[".repeat(900_000), "the answer is not JSON"],
  ])("%s", async (_, status, body, reason) => {
    const { url } = await answering(status, body);
    const workspace = await open();
    served(workspace, source(url));
    const record = await workspace.import(FILE, { mode: "create" });
    const [line] = await workspace.lines(record);
    expect(line).toMatchObject({ outcome: "failed", problems: [{ code: "enrichment_failed", params: { reason } }] });
    expect(await workspace.contacts()).toEqual([]);
  });

  test("a value that no field can hold is left out, the others go in", async () => {
    const { url } = await answering(
      200,
      profile({ email: "ann at example.com", phone: "hidden", job_title: " Buyer " }),
    );
    const workspace = await open();
    served(workspace, source(url));
    await workspace.import(FILE, { mode: "create" });
    expect(await people(workspace, "first_name", "email", "phone", "job_title")).toEqual(["Ann | - | - | Buyer"]);
  });
});

describe("a service in trouble", () => {
  test("is asked again where that may help", async () => {
    const { got, url } = await receiver((_, response) =>
      got.length < 3 ? response.writeHead(503).end() : response.end(profile({})),
    );
    expect(await source(url).lookUp(ANN, undefined)).toMatchObject({ state: "found" });
    expect(got).toHaveLength(3);
  });

  test("that is silent is left alone after some rows, so that a long file does not wait for each (C-O2)", async () => {
    const { got, url } = await receiver(() => undefined);
    const workspace = await open();
    served(workspace, source(url, { timeoutMs: 50 }));
    const rows = Array.from({ length: 500 }, (_, at) => `https://www.linkedin.com/in/person-${at}`);
    const record = await workspace.import(`Contact LinkedIn URL\n${rows.join("\n")}\n`, { mode: "create" });
    expect(record.progress?.tally.problems).toEqual({ enrichment_failed: 500 });
    expect(got.length).toBeLessThan(40);
  });

  test("that is not there fails the rows that need it, and no others", async () => {
    const workspace = await open();
    served(workspace, source("http://127.0.0.1:1/"));
    const record = await workspace.import(
      `Contact LinkedIn URL,Account Name,Domain,First name,Last name\n${ANN},,,,\nlinkedin.com/in/bob-ray,Quay,quay.example,Bob,Ray\n`,
      { mode: "create" },
    );
    expect(await told(workspace, record)).toEqual(["2 failed: enrichment_failed", "3 created"]);
  });

  test("is asked no more often than it allows", async () => {
    const { url } = await answering(404, "{}");
    const waits: number[] = [];
    const slow = source(url, {
      perSecond: 20,
      now: () => 0,
      sleep: async (ms) => waits.push(ms),
    });
    const urls = Array.from({ length: 5 }, (_, at) => `https://www.linkedin.com/in/person-${at}`);
    await Promise.all(urls.map((one) => slow.lookUp(one, undefined)));
    expect(waits).toEqual([50, 100, 150, 200]);
  });
});

test("under the preset muster the profile brings the name that a contact must have (C-O2, C-I4)", async () => {
  const { url } = await answering(200, profile({}));
  const workspace = await open({ preset: "muster" });
  served(workspace, source(url));
  const record = await workspace.import(FILE);
  expect(await told(workspace, record)).toEqual(["2 created"]);
  expect(await people(workspace, "first_name", "last_name")).toEqual(["Ann | Lee"]);
});

describe("looked up once", () => {
  test("plan, run and a second import ask for a profile once; one that failed is asked for again", async () => {
    const state = { down: true };
    const { got, url } = await receiver((_, response) =>
      state.down ? response.writeHead(403).end() : response.end(profile({ job_title: "Buyer" })),
    );
    const workspace = await open();
    served(workspace, source(url));
    const planned = await workspace.plan(FILE, { mode: "create" });
    expect(await told(workspace, planned)).toEqual(["2 failed: enrichment_failed"]);
    state.down = false;
    const again = await workspace.plan(FILE, { mode: "create" });
    expect(await told(workspace, again)).toEqual(["2 created"]);
    await workspace.import(FILE, { mode: "create" });
    expect(await people(workspace, "first_name", "job_title", "kept:Booth")).toEqual(["Ann | Buyer | B1"]);
    await workspace.import(`${FILE}${ANN}?trk=x,B2\n`, { mode: "create" });
    expect(got).toHaveLength(2);
  });

  test("what a contact has is not replaced by its profile, what it lacks is filled in (C-O2)", async () => {
    const workspace = await open();
    await workspace.import(`Contact LinkedIn URL,First name,Last name,Job title\n${ANN},Anna,Lee,Head\n`);
    const { url } = await answering(200, profile({ job_title: "Buyer", city: "Oslo" }));
    served(workspace, source(url));
    await workspace.import(FILE, { mode: "create", set: new Map([["onMatch", "update"]]) });
    expect(await people(workspace, "first_name", "job_title", "city")).toEqual(["Anna | Head | Oslo"]);
  });

  test("a person whom the profile shows to be there already is not made twice (C-H1)", async () => {
    const workspace = await open();
    await workspace.import("Account Name,Domain,First name,Last name\nHarbor Robotics,harbor.example,Ann,Lee\n");
    const { url } = await answering(
      200,
      profile({ account_name: "Harbor Robotics", account_domain: "harbor.example" }),
    );
    served(workspace, source(url));
    const record = await workspace.import(FILE, { mode: "create", set: new Map([["onMatch", "update"]]) });
    expect(await told(workspace, record)).toEqual(["2 updated"]);
    expect(await people(workspace, "linkedin_url")).toEqual([ANN]);
  });
});

test("the example service answers those it knows, to those who have its key", async () => {
  const server = profileService(undefined, "secret");
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  expect(await source(url, { key: "secret" }).lookUp(ANN, undefined)).toMatchObject({ state: "found" });
  expect(await source(url, { key: "secret" }).lookUp(`${ANN}-2`, undefined)).toEqual({ state: "missing" });
  expect(await source(url).lookUp(ANN, undefined)).toMatchObject({ state: "failed" });
});
