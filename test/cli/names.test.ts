/** C-D8 through the command: names are split where they tell it, and what somebody has chosen stays. */
import { expect, test } from "vitest";
import { muster, type Workbench, workbench } from "./run-muster.ts";

const FIELDS = "full_name,first_name,last_name,email";

function imported(bench: Workbench, name: string, text: string, ...options: readonly string[]): readonly string[] {
  muster(["import", bench.file(name, text), "--yes", "--data", bench.data, ...options]);
  const { out } = muster(["export", "contacts", "--data", bench.data, "--fields", FIELDS]);
  return out
    .split(/\r?\n/)
    .slice(1, -1)
    .map((line) => line.slice(line.indexOf(",") + 1));
}

test("C-D8 a file with one column of names fills first and last name, and keeps the names as they are written", () => {
  const bench = workbench();
  const text = 'Name,Email\n"van der Berg, Jan",jan@x.co\nDUPONT Jean,jean@x.co\nAcme GmbH,info@x.co\n';
  expect(imported(bench, "a.csv", text)).toEqual([
    '"van der Berg, Jan",Jan,van der Berg,jan@x.co',
    "DUPONT Jean,Jean,DUPONT,jean@x.co",
    "Acme GmbH,,,info@x.co",
  ]);
});

test("C-D8 a header that names the last name first is believed, and what it leaves open stays whole", () => {
  const bench = workbench();
  const text = "Nom et prénom;Email\nMüller Anna;a@x.co\nRossi Maria Grazia;b@x.co\nDUPONT Jean;c@x.co\n";
  expect(muster(["plan", bench.file("a.csv", text), "--data", bench.data]).out).toContain(
    "are read from Nom et prénom, the last name first, where the name tells them",
  );
  const read = ["Müller Anna,Anna,Müller,a@x.co", "Rossi Maria Grazia,,,b@x.co", "DUPONT Jean,Jean,DUPONT,c@x.co"];
  expect(imported(bench, "a.csv", text)).toEqual(read);
  expect(imported(bench, "b.csv", "Name;Email\nAnna Müller-Lang;a@x.co\n")[0]).toBe(
    "Anna Müller-Lang,Anna,Müller-Lang,a@x.co",
  );
});

test("C-D8 with splitNames off nothing is split; the name beside an address is kept", () => {
  const bench = workbench();
  const text = 'Email\n"Ann Smith <ann@x.co>"\n';
  expect(imported(bench, "a.csv", text, "--set", "splitNames=no")).toEqual(["Ann Smith,,,ann@x.co"]);
});

test("C-D8 a later full name moves the parts that came from the former one, and no others", () => {
  const bench = workbench();
  imported(bench, "a.csv", "Full name,First name,Last name,Email\nBob Smith,Robert,Smith,bob@x.co\n");
  expect(imported(bench, "b.csv", "Name,Email\nBob Jones,bob@x.co\n")).toEqual(["Bob Jones,Robert,Jones,bob@x.co"]);
});
