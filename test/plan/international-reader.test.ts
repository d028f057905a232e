/** Numbers that a system for texts keeps: with their calling code, without the `+`. */
import { expect, test } from "vitest";
import { counts, people, set, workspaces } from "../scenario/story.ts";

const open = workspaces();
const FILE = "EMAIL;SMS\na@x.co;14155550100\nb@x.co;33612345678\nc@x.co;34612345678\nd@x.co;0612345679\n";

test("are read as such, and those without it by the file's country", async () => {
  const workspace = await open();
  await workspace.import(FILE, set("defaultCountry=FR"));
  expect(await people(workspace, "phone")).toEqual(["+14155550100", "+33612345678", "+34612345678", "+33612345679"]);
});

test("whatever country the workspace is in: a number that could be one of Germany is not", async () => {
  const workspace = await open();
  const record = await workspace.import("EMAIL;SMS\nb@x.co;33612345678\n", set("defaultCountry=DE"));
  expect(await people(workspace, "phone")).toEqual(["+33612345678"]);
  expect(counts(record)).toBe("1 created");
});

test("the country that a row names goes before", async () => {
  const workspace = await open();
  await workspace.import("Email,SMS,Country\na@x.co,81987654321,Brazil\nb@x.co,33612345678,France\n");
  expect(await people(workspace, "phone")).toEqual(["+5581987654321", "+33612345678"]);
});

test("under another header they are numbers like any other", async () => {
  const workspace = await open();
  await workspace.import("Email,Phone\na@x.co,51987654321\n", set("defaultCountry=BR"));
  expect(await people(workspace, "phone")).toEqual(["+5551987654321"]);
});
