/** C-D8: a name that one file says whole and the next one in parts stays the name of one person. */
import { describe, expect, test } from "vitest";
import { testWorkspace } from "../support/workspace.ts";

const FILES = {
  whole: (name: string) => `Email,Name\nx@names.example,${name}\n`,
  parts: (first: string, last: string) => `Email,First Name,Last Name\nx@names.example,${first},${last}\n`,
  first: (first: string) => `Email,First Name\nx@names.example,${first}\n`,
};
const { whole, parts, first } = FILES;

async function namesAfter(...files: readonly string[]) {
  const it = await testWorkspace();
  const outcomes: string[] = [];
  for (const file of files) {
    const record = await it.import(file);
    const [line] = await it.lines(record);
    outcomes.push(line?.outcome ?? "");
  }
  const [contact] = await it.contacts();
  const names = ["full_name", "first_name", "last_name"].map((key) => contact?.values.get(key) ?? "");
  await it.close();
  return { names, outcomes };
}

describe("a later file", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      "another whole name takes its parts along",
      [parts("John", "Smith"), whole("Maria Lopez")],
      ["Maria Lopez", "Maria", "Lopez"],
    ],
    [
      "the same name whole changes no part",
      [parts("John", "Smith"), whole("John Smith")],
      ["John Smith", "John", "Smith"],
    ],
    ["a fuller name changes no part", [parts("Jo", "Smith"), whole("Jo Ann Smith")], ["Jo Ann Smith", "Jo", "Smith"]],
    [
      "a double name takes the place of the single one",
      [parts("Anna", "Heide"), whole("Anna Heide-Schmidt")],
      ["Anna Heide-Schmidt", "Anna", "Heide-Schmidt"],
    ],
    ["an initial is no other name", [parts("John", "Smith"), whole("J. Smith")], ["J. Smith", "John", "Smith"]],
    [
      "other parts take the whole name along",
      [whole("Ann Lee"), parts("Anne", "Miller")],
      ["Anne Miller", "Anne", "Miller"],
    ],
    ["one other part does, too", [whole("Ann Lee"), parts("Ann", "Miller")], ["Ann Miller", "Ann", "Miller"]],
    [
      "one part alone does, beside the other that is known",
      [whole("Ann Lee"), first("Anne")],
      ["Anne Lee", "Anne", "Lee"],
    ],
    [
      "parts that the whole name holds leave it as it is written",
      [whole("Dr. Ann Lee"), parts("Ann", "Lee")],
      ["Dr. Ann Lee", "Ann", "Lee"],
    ],
    [
      "parts of a name that told none leave it as it is written",
      [whole("王小明 GmbH"), parts("Xiaoming", "Wang")],
      ["王小明 GmbH", "Xiaoming", "Wang"],
    ],
    [
      "titles and middle names stay in the whole name",
      [whole("Dr. Ann Marie Lee"), parts("Ann", "Miller")],
      ["Dr. Ann Marie Miller", "Ann", "Miller"],
    ],
    ["the order of the whole name stays", [whole("李明"), parts("华", "李")], ["李华", "华", "李"]],
    ["a sign is no initial", [parts("明", "李"), whole("王明华")], ["王明华", "明华", "王"]],
    [
      "what somebody has chosen stays where the name says nothing new of it",
      ["Email,Full name,First name,Last name\nx@names.example,Bob Smith,Robert,Smith\n", whole("Bob Jones")],
      ["Bob Jones", "Robert", "Jones"],
    ],
  ])("%s", async (_, files, names) => {
    const last = files[files.length - 1] ?? "";
    const found = await namesAfter(...files, last);
    expect(found.names).toEqual(names);
    expect(found.outcomes.at(-1)).toBe("unchanged");
  });
});

test("a cell that clears the whole name clears it, and the same file again changes nothing (C-X3)", async () => {
  const it = await testWorkspace();
  await it.import(whole("Anna Schmidt"));
  const file = "Email,Full name,First Name,Last Name\nx@names.example,,Anna,Müller\n";
  const clear = { set: new Map([["emptyCells", "clear"]]) };
  await it.import(file, clear);
  const [again] = await it.lines(await it.import(file, clear));
  const [contact] = await it.contacts();
  expect([again?.outcome, contact?.values.get("full_name")]).toEqual(["unchanged", undefined]);
});

test("undo gives the former name back, whole and in parts (C-U1)", async () => {
  const it = await testWorkspace();
  await it.import(parts("John", "Smith"));
  const before = await it.contacts();
  await it.undo(await it.import(whole("Maria Lopez")));
  expect((await it.contacts()).map(({ values }) => values)).toEqual(before.map(({ values }) => values));
  await it.import(whole("Ann Lee"));
  const named = await it.contacts();
  await it.undo(await it.import(parts("Anne", "Miller")));
  expect((await it.contacts()).map(({ values }) => values)).toEqual(named.map(({ values }) => values));
});
