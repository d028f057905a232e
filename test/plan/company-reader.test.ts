/** What an export puts into the cell of a company besides its name makes no account of its own. */
import { expect, test } from "vitest";
import { counts, people, workspaces } from "../scenario/story.ts";

const open = workspaces();

test("of several associated companies the first is the contact's account, and a warning says so", async () => {
  const workspace = await open();
  const file = "Email,Associated Company\na@x.co,Acme; Bolt SL\nb@x.co,Acme\nc@x.co,;\n";
  const record = await workspace.import(file);
  expect(await people(workspace, "account_name")).toEqual(["Acme", "Acme", "-"]);
  expect(record.progress?.tally.warnings).toEqual({ companies_several: 1 });
  expect(counts(await workspace.import(file))).toBe("3 unchanged");
});

test("a name with a semicolon stays whole where the header speaks of one", async () => {
  const workspace = await open();
  await workspace.import("Email,Company\na@x.co,Smith; Jones & Co\n");
  expect(await people(workspace, "account_name")).toEqual(["Smith; Jones & Co"]);
});

test("the link of a linked page is no part of the name", async () => {
  const workspace = await open();
  const record = await workspace.import(
    "Email,Company\n" +
      "a@x.co,Acme Inc. (https://pages.example/Acme-Inc-1a2b?pvs=21)\n" +
      'b@x.co,"Acme Inc. (https://pages.example/Acme-Inc-1a2b), Bolt (https://pages.example/Bolt-9f)"\n' +
      "c@x.co,Acme (Europe)\nd@x.co,https://acme.example\n",
  );
  expect(await people(workspace, "account_name")).toEqual([
    "Acme Inc.",
    "Acme Inc.",
    "Acme (Europe)",
    "https://acme.example",
  ]);
  expect(record.progress?.tally.warnings).toEqual({ companies_several: 1 });
});

test("a name that a list has quoted for its comma is the name", async () => {
  const workspace = await open();
  await workspace.import('Email,Company\na@x.co,"""García, Hijos"""\nb@x.co,"Müller ""Bau"" GmbH"\n');
  expect(await people(workspace, "account_name")).toEqual(["García, Hijos", 'Müller "Bau" GmbH']);
});
