/** What is wrong, said to a program, at a page and in German: the same codes, the same values, and nothing that is not there. */
import { describe, expect, test } from "vitest";
import { builtinFieldsOf } from "../../src/core/object/builtin-fields-of.ts";
import { OBJECT_KINDS } from "../../src/core/object/object-kind.ts";
import { catalogue, type ProblemCode } from "../../src/core/problem/catalogue.ts";
import { germanCatalogue } from "../../src/core/problem/german/catalogue.ts";
import { germanLabel } from "../../src/core/problem/german/field-labels.ts";
import { problemWords } from "../../src/core/problem/object-words.ts";
import type { Problem } from "../../src/core/problem/problem.ts";
import { problemFix, problemMessage } from "../../src/core/problem/render-problem.ts";
import { API_VOICE, voiceFor } from "../../src/http/voices.ts";

const CODES = Object.keys(catalogue) as readonly ProblemCode[];
const PAGE = voiceFor(new Headers({ "Muster-Reader": "page-en" }));
const GERMAN = voiceFor(new Headers({ cookie: "a=b; muster-reader=page-de" }));

/** Of commands and assistants alone: no request meets them. */
const NOT_OVER_HTTP = [
  "file_not_offered",
  "server_unreachable",
  "server_differs",
  "not_from_far",
  "backup_unreadable",
  "data_folder_used",
  "plan_unconfirmed",
];
const OVER_HTTP = CODES.filter((code) => !NOT_OVER_HTTP.includes(code));

const COMMANDS = /\bmuster [a-z]|--[a-z]/;
const FOR_PROGRAMS = /\/api\/|\bGET |\bPOST |mst_|docs\/|Idempotency|X-Request-Id|If-Match/;
const POLICY_KEYS = /\bpolicy key\b|\b[a-z]+[A-Z][A-Za-z]+\b(?<!LinkedIn)/;

test("a contact that an opportunity's line names is created by a file of both, not by another mode", () => {
  const problem: Problem = { code: "contact_not_in_workspace", severity: "error", params: { keys: ["email"] } };
  const fix = (voice?: typeof PAGE) =>
    problemFix(problem, { object: "contact", refers: true, ...(voice === undefined ? {} : { voice }) });
  expect([undefined, API_VOICE, PAGE, GERMAN].map((voice) => fix(voice).split(". ").at(-1))).toEqual([
    "To create contacts that are not found, import the file as contacts and opportunities (--object contacts,opportunities).",
    "To create contacts that are not found, import the file as contacts and opportunities.",
    "To create contacts that are not found, import the file as contacts with opportunities: choose so in the step File.",
    "Um nicht gefundene Kontakte anzulegen, importieren Sie die Datei als Kontakte mit Verkaufschancen; das wählen Sie im Schritt „Datei“.",
  ]);
});

test("an erasure that is not there: a terminal is told its command, a page where the list is, a program its request", () => {
  const fix = (voice?: typeof PAGE) =>
    voice === undefined ? catalogue.erasure_unknown.fix : voice.words("erasure_unknown", "contact").fix;
  expect(fix()).toMatch(/muster contacts erase/);
  expect(fix()).not.toMatch(/Settings|GET|\/api/);
  expect(fix(PAGE)).toContain("Settings → Erased people");
  expect(fix(API_VOICE)).toContain("GET /api/v1/erasures");
});

test("German pages have every code that there is, and no other", () => {
  expect(Object.keys(germanCatalogue).sort()).toEqual([...CODES].sort());
});

describe.each(OVER_HTTP)("%s", (code) => {
  test("names no command and no option of one to programs", () => {
    for (const object of OBJECT_KINDS) expect(API_VOICE.words(code, object).fix).not.toMatch(COMMANDS);
    expect(API_VOICE.refusal({ code, message: "", fix: catalogue[code].fix }).fix).not.toMatch(COMMANDS);
  });

  test.each([
    ["English", PAGE],
    ["German", GERMAN],
  ])("says on %s pages what can be done there", (_language, voice) => {
    const fixes = OBJECT_KINDS.map((object) => voice.words(code, object).fix);
    for (const fix of [...fixes, voice.refusal({ code, message: "", fix: catalogue[code].fix }).fix]) {
      expect(fix).toMatch(/^[A-ZÄÖÜ].*\.$/s);
      for (const unwanted of [COMMANDS, FOR_PROGRAMS, POLICY_KEYS]) expect(fix).not.toMatch(unwanted);
    }
  });

  test("is told in German by its title, cause and fix, for whatever the lines are", () => {
    for (const object of OBJECT_KINDS) {
      const { title, cause, fix } = GERMAN.words(code, object);
      const english = API_VOICE.words(code, object);
      expect(title.trim()).not.toBe("");
      expect(cause).toMatch(/^[A-ZÄÖÜ].*\.$/s);
      expect([title, cause, fix]).not.toContain(english.title);
      expect([title, cause, fix]).not.toContain(english.cause);
    }
  });
});

const CASES: readonly Problem[] = [
  { code: "duplicate_email", severity: "error", params: { other: 14 } },
  { code: "in_file_duplicate", severity: "error", params: { other: 14, key: "email", fields: ["phone"] } },
  { code: "ambiguous_match", severity: "error", params: { contacts: ["1", "2"], key: "phone", value: "+14155550100" } },
  { code: "conflicting_match", severity: "error", params: { lines: ["3", "9"] } },
  {
    code: "contradicting_match",
    severity: "error",
    params: { contact: "7", key: "phone", value: "+1415", differs: "email", held: "a@b.co" },
  },
  { code: "already_exists", severity: "warning", params: { contact: "7", key: "email", value: "ann@example.com" } },
  { code: "account_ambiguous", severity: "error", value: "Acme", params: { accounts: ["acc_1", "acc_2"] } },
  { code: "stage_unknown", severity: "error", value: "Wonn", params: { near: ["Won", "Lost"], pipeline: "Sales" } },
  { code: "stage_elsewhere", severity: "error", value: "Won", params: { others: ["Sales"], pipeline: "Hiring" } },
  { code: "main_contact_repeated", severity: "warning", params: { other: 9, account: "Acme" } },
  { code: "ragged_row", severity: "error", params: { cells: 3, columns: 5 } },
  { code: "owner_not_found", severity: "warning", value: "Bob", params: { names: ["Bob"], by: "name" } },
  {
    code: "owner_ambiguous",
    severity: "warning",
    value: "Bob",
    params: { name: "Bob", members: ["b1@x.co", "b2@x.co"] },
  },
  { code: "owner_kept", severity: "warning", value: "Bob", params: { present: "Ann" } },
  { code: "field_owned_by_source", severity: "warning", value: "Ann", params: { sources: ["ERP"] } },
  { code: "tag_unknown", severity: "warning", params: { tags: ["vip"], more: 3 } },
  { code: "line_already_imported", severity: "warning", params: { by: "imp_1" } },
  { code: "country_unknown", severity: "warning", value: "Atlantis" },
];

describe("a problem in German", () => {
  const show = { contact: (number: string) => `con_${number}` };
  const values = (text: string): readonly string[] =>
    text.match(/[\w.+@]*[\d@_][\w+@]*(?:\.\w+)*|Acme|Sales|Hiring|Ann|Bob|vip|ERP|Won|Lost|Atlantis/g) ?? [];

  test.each(CASES)("names what it names in English: $code", (problem) => {
    const english = problemMessage(problem, show);
    const german = problemMessage(problem, { ...show, voice: GERMAN });
    expect(german).not.toBe(english);
    expect([...values(german)].sort()).toEqual([...values(english)].sort());
  });

  test("calls fields by their German names, and a workspace's own by the name it was given", () => {
    const fields = [
      { key: "email", label: "Email", builtin: true },
      { key: "plan", label: "Phone", builtin: false },
    ];
    const problem: Problem = {
      code: "required_fields_missing",
      severity: "error",
      params: { missing: ["email", "plan"] },
    };
    expect(problemMessage(problem, { ...show, fields, voice: GERMAN })).toBe(
      "Pflichtfelder zum Anlegen oder Ändern von Kontakten fehlen: E-Mail, Phone.",
    );
    expect(problemFix(problem, { voice: GERMAN })).toContain("Schritt „Spalten“");
  });
});

test("C-A5: every built-in field has a German name, also under the name that a preset gives it", () => {
  const fields = OBJECT_KINDS.flatMap((object) => builtinFieldsOf(object));
  const same = new Set(["Position", "Tags", "Follower", "Website", "Name", "Domain", "Pipeline", "Status"]);
  const untold = fields.filter(({ label }) => germanLabel(label) === label && !same.has(label));
  expect(untold.map(({ label }) => label)).toEqual([]);
  expect(germanLabel("Customer name")).toBe("Kundenname");
});

test("a refusal in German says what it names, and keeps the code", () => {
  const { message, fix, code } = GERMAN.refusal({
    ...{ code: "columns_unmapped", message: "English", fix: "English (--accept-unmapped)" },
    names: ["Fax", "Shoe size"],
  });
  expect(message).toContain("„Fax“, „Shoe size“");
  expect([code, fix]).toEqual(["columns_unmapped", germanCatalogue.columns_unmapped.fix]);
});

test("a fix at a terminal names a policy key, an option or a command before a page", () => {
  const fixes = CODES.flatMap((code) => OBJECT_KINDS.map((object) => problemWords(code, object).fix));
  const beforePage = fixes.flatMap((fix) => /^(.*?)(?:Settings →|in the step )/s.exec(fix)?.[1] ?? []);
  expect(beforePage.filter((text) => !/policy key|--[a-z]|muster [a-z]/.test(text))).toEqual([]);
});
