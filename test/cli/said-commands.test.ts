/** What a command says to do next is true, and works when it is copied. */
import { describe, expect, test } from "vitest";
import { workbench } from "./run-muster.ts";

const ANN = "email,Shoe size\nann@example.com,38\n";
const MAIL = { name: "Mail", steps: [{ do: "add_tag", tag: "new" }] };

describe("a refusal that names a command", () => {
  test.each([
    ["in another data folder", [], "  Write --data DATA behind the muster command.\n"],
    [
      "in another workspace",
      ["--workspace", "acme"],
      "  Write --data DATA --workspace acme behind the muster command.\n",
    ],
  ])("says what makes it work %s", (_, more, said) => {
    const bench = workbench();
    bench.run(["workspaces", "create", "acme", "--preset", "receivables"]);
    bench.run(["policy", "set", "enabled", "no"]);
    const { err } = bench.run(["import", bench.file("ann.csv", ANN), "--yes", ...more]);
    expect(err).toContain("muster policy set enabled yes");
    expect(err.replaceAll(bench.data, "DATA")).toContain(said);
  });

  test("says how an import is verified, where it is named and its receipt is not", () => {
    const bench = workbench();
    bench.run(["import", bench.file("ann.csv", ANN), "--yes"]);
    expect(bench.run(["verify", "latest"]).err).toContain("muster receipt latest > receipt.json");
    const receipt = bench.file("receipt.json", bench.run(["receipt", "latest"]).out);
    expect(bench.run(["verify", receipt]).out).toContain("is as its receipt says: 1 line.");
  });

  test("leaves out the workspace that there is not, and says nothing where no command is named", () => {
    const bench = workbench();
    expect(bench.run(["contacts", "--workspace", "acme"]).err).not.toContain("Write --data");
    expect(bench.run(["read", bench.path("none.csv")]).err).not.toContain("Write --data");
  });
});

test("resume says that it goes on only with what can be gone on with", () => {
  const bench = workbench();
  bench.run(["plan", bench.file("ann.csv", ANN)]);
  expect(bench.run(["resume", "latest"]).err).toMatch(/^Going on with imp_\w+ \(ann\.csv\), which is planned\.$/m);
  expect(bench.run(["resume", "latest"]).err).toMatch(/^muster: imp_\w+ is done\.$/m);
});

test("an import into a workflow names the worker, but not where Do Not Touch keeps everybody out of it", () => {
  const bench = workbench();
  bench.run(["workflows", "add", bench.file("mail.json", JSON.stringify(MAIL))]);
  const imported = (email: string, ...more: readonly string[]): string =>
    bench.run(["import", bench.file("a.csv", `email\n${email}\n`), "--yes", "--workflow", "Mail", ...more]).out;
  expect(imported("ann@example.com")).toContain("muster worker --once");
  expect(bench.run(["effects", "list"]).err).toContain("once a worker has run their steps");
  const unknown = bench.run(["import", bench.file("a.csv", "email\ncy@example.com\n"), "--yes", "--workflow", "Post"]);
  expect(unknown.err).toContain("There is no workflow “Post”; there is Mail.");
  expect(imported("bob@example.com", "--dnt")).not.toContain("muster worker --once");
});

test.each(["out.pdf", "out.json", "out.vcf"])(
  "an export named %s is refused, as it would be CSV under another name",
  (name) => {
    const bench = workbench();
    bench.run(["import", bench.file("ann.csv", ANN), "--yes"]);
    const { code, err } = bench.run(["export", "contacts", "--out", bench.path(name)]);
    expect([code, err]).toEqual([2, expect.stringContaining("only csv and xlsx")]);
    expect(bench.run(["export", "contacts", "--out", bench.path(name), "--format", "csv"]).code).toBe(0);
  },
);

test("lines that contradict each other name custom data as the file does", () => {
  const bench = workbench();
  bench.run(["import", bench.file("two.csv", `${ANN}ann@example.com,39\n`), "--yes"]);
  const { out } = bench.run(["lines", "latest", "--outcome", "failed"]);
  expect(out).toContain("says otherwise in Shoe size.");
});

test("one is counted as one, and several as several", () => {
  const bench = workbench();
  bench.run([
    "import",
    bench.file("two.csv", "email,Joined,Company\na@x.co,2024-01-02,Acme\nb@x.co,soon,Beta\n"),
    "--yes",
  ]);
  expect(bench.run(["undo", "latest", "--dry-run"]).out).toContain(
    "2 accounts made by this import would be deleted: nobody else uses them",
  );
  expect(bench.run(["fields", "promote", "Joined", "--type", "date", "--yes"]).out).toContain(
    "1 contact has a value of it. 1 contact keeps the text as custom data.",
  );
});

test("show tells the country and the order of dates that an import was given", () => {
  const bench = workbench();
  const people = bench.file("people.csv", "email,phone,birthday\nann@example.com,089 123456,01/02/1990\n");
  bench.run(["import", people, "--yes", "--country", "DE", "--date-order", "DMY"]);
  const { out } = bench.run(["show", "latest"]);
  expect(out).toContain("phone numbers without a country code are read as those of DE");
  expect(out).toContain("dates are read as DMY");
  bench.run(["import", people, "--yes"]);
  expect(bench.run(["show", "latest"]).out).not.toMatch(/are read as/);
});

test("dates that were left out come with the command that adds them", () => {
  const bench = workbench();
  const people = bench.file("my people.csv", "email,birthday\nann@example.com,04/05/1990\n");
  const { out } = bench.run(["import", people, "--yes"]);
  expect(out).toContain(`muster import '${people}' --date-order DMY`);
  expect(bench.run(["show", "latest"]).out).toContain("muster import FILE --date-order DMY");
  expect(bench.json(["import", people, "--yes", "--date-order", "DMY"])).toMatchObject({ outcomes: { updated: 1 } });
  expect(bench.run(["import", people, "--yes", "--date-order", "DMY"]).out).not.toContain("muster import '");
});

test("phone numbers without a country come first with the option that reads them all", () => {
  const bench = workbench();
  const rows = ["Ann,089 1234567", "Bo,089 1234568", "Cy,089 1234569", ""].join("\n");
  const people = bench.file("phones.csv", `name,phone\n${rows}`);
  const { out } = bench.run(["plan", people]);
  expect(out.split("\nNext\n")[1]).toMatch(new RegExp(`^  muster import ${people} --country XX `));
  expect(bench.run(["lines", "latest"]).out).toContain("and nothing else identifies this person");
  expect(bench.run(["plan", people, "--country", "DE"]).out).not.toContain("--country XX");
  const one = bench.file("one.csv", "name,phone\nAnn,089 1234567\n");
  expect(bench.run(["plan", one]).out).not.toContain("--country XX");
});

test("a single column more is shown in place of the sentence that would count it", () => {
  const bench = workbench();
  const wide = (columns: number): string => {
    const more = Array.from({ length: columns - 1 }, (_, at) => `Column ${at + 2}`);
    const file = bench.file("wide.csv", `email,${more.join(",")}\nann@example.com${",x".repeat(columns - 1)}\n`);
    return bench.run(["plan", file]).out;
  };
  expect(wide(41)).toMatch(/^ {2}Column 41 /m);
  expect(wide(41)).not.toContain("more");
  expect(wide(42)).toContain("and 2 columns more");
});

test("C-C2: an export that goes into another workspace is created there as the fix says", () => {
  const bench = workbench();
  bench.run(["import", bench.file("ann.csv", ANN), "--yes"]);
  const exported = bench.file("export.csv", bench.run(["export", "contacts"]).out);
  bench.run(["workspaces", "create", "two"]);
  const there = (...more: readonly string[]) =>
    bench.run(["import", exported, "--workspace", "two", "--mode", "both", "--yes", ...more]);
  const failed = there().out;
  expect(failed).toContain("contact_not_in_workspace");
  expect(failed).toContain("--map 'Contact ID='");
  expect(there("--map", "Contact ID=").out).toMatch(/created +1\n/);
});
