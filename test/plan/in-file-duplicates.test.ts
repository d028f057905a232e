/** Lines of one file that are the same contact, under each policy; batches of two lines, so that they meet across batches. */
import { describe, expect, test } from "vitest";
import { changesOf, counts, people, set, told, workspaces } from "../scenario/story.ts";

const open = workspaces({ batchRows: 2 });

const FILE = `
Name,Email,Phone,City
Ann,ann@example.com,,Rome
Bob,bob@example.com,,Oslo
Cy,cy@example.com,,
Ann,ANN@example.com,+14155550101,
Dee,dee@example.com,,
Ann,ann@example.com,+14155550101,Milan
`;

describe("a person on three lines, the last of which lives elsewhere (C-H3)", () => {
  test.for([
    {
      inFile: "fail",
      told: {
        3: "3 failed: duplicate_email (line 6)",
        6: "6 failed: duplicate_email (line 3)",
        8: "8 failed: duplicate_email (line 6)",
      },
      ann: [],
    },
    {
      inFile: "first",
      told: { 3: "3 created", 6: "6 skipped: in_file_duplicate (line 3)", 8: "8 skipped: in_file_duplicate (line 3)" },
      ann: ["Ann | - | Rome"],
    },
    {
      inFile: "last",
      told: { 3: "3 skipped: in_file_duplicate (line 8)", 6: "6 skipped: in_file_duplicate (line 8)", 8: "8 created" },
      ann: ["Ann | +14155550101 | Milan"],
    },
    {
      inFile: "merge",
      told: { 3: "3 created", 6: "6 updated", 8: "8 failed: in_file_duplicate (line 3, city)" },
      ann: ["Ann | +14155550101 | Rome"],
    },
    {
      inFile: "both",
      told: { 3: "3 created", 6: "6 created", 8: "8 created" },
      ann: ["Ann | - | Rome", "Ann | +14155550101 | -", "Ann | +14155550101 | Milan"],
    },
  ])("$inFile: $told", async ({ inFile, told: expected, ann }) => {
    const workspace = await open();
    const record = await workspace.import(FILE, set(`inFile=${inFile}`));
    const lines = await told(workspace, record);
    expect(lines.filter((line) => /^[368] /.test(line))).toEqual(Object.values(expected));
    expect(lines.filter((line) => /^[457] /.test(line))).toEqual(["4 created", "5 created", "7 created"]);
    expect((await people(workspace, "full_name", "phone", "city")).filter((row) => row.startsWith("Ann"))).toEqual(ann);
  });
});

describe("a chain: line 2 shares an address with line 3, and line 3 a number with line 4 (C-H3)", () => {
  const CHAIN = "Name,Email,Phone\n,ann@example.com,\n,ann@example.com,+14155550101\n,,+14155550101\n";

  test.for([
    {
      inFile: "fail",
      told: [
        "2 failed: duplicate_email (line 3)",
        "3 failed: duplicate_email (line 2)",
        "4 failed: duplicate_phone (line 3)",
      ],
      people: [],
    },
    {
      inFile: "first",
      told: ["2 created", "3 skipped: in_file_duplicate (line 2)", "4 created"],
      people: ["ann@example.com | -", "- | +14155550101"],
    },
    {
      inFile: "last",
      told: ["2 created", "3 skipped: in_file_duplicate (line 4)", "4 created"],
      people: ["ann@example.com | -", "- | +14155550101"],
    },
    { inFile: "merge", told: ["2 created", "3 updated", "4 unchanged"], people: ["ann@example.com | +14155550101"] },
  ])(
    "$inFile: only lines that truly share a key with a kept line give way: $told",
    async ({ inFile, told: expected, people: found }) => {
      const workspace = await open();
      const record = await workspace.import(CHAIN, set(`inFile=${inFile}`));
      expect(await told(workspace, record)).toEqual(expected);
      expect(await people(workspace, "email", "phone")).toEqual(found);
    },
  );

  test("a line that would join two people of the file is refused, both lines named: nothing is guessed (C-H3, C-H4)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      "Name,Email,Phone\nAnn,ann@example.com,\nBob,,+14155550101\n,ann@example.com,+14155550101\n",
    );
    expect(await told(workspace, record)).toEqual([
      "2 created",
      "3 created",
      "4 failed: conflicting_match (lines 2 and 3)",
    ]);
  });
});

describe("many people who stand twice in a long file, far apart (C-H3)", () => {
  const PEOPLE = 3_000;
  const person = (number: number): string =>
    `Person ${number},p${number}@example.com,+1415555${String(number).padStart(4, "0")}`;
  const half = Array.from({ length: PEOPLE }, (_, number) => person(number));
  const file = ["Name,Email,Phone", ...half, ...half].join("\n");

  test.for([
    { inFile: "fail", counts: `${PEOPLE * 2} failed` },
    { inFile: "first", counts: `${PEOPLE} created, ${PEOPLE} skipped` },
    { inFile: "last", counts: `${PEOPLE} created, ${PEOPLE} skipped` },
    { inFile: "merge", counts: `${PEOPLE} created, ${PEOPLE} unchanged` },
  ])("$inFile: $counts, each naming the other line", async ({ inFile, counts: expected }) => {
    const workspace = await open({ batchRows: 500 });
    const record = await workspace.import(file, set(`inFile=${inFile}`));
    expect(counts(record)).toBe(expected);
    for (const { line, problems } of await workspace.lines(record)) {
      const other = line <= PEOPLE + 1 ? line + PEOPLE : line - PEOPLE;
      for (const problem of problems) expect([line, problem.params?.other]).toEqual([line, other]);
    }
  });
});

describe("merging (C-H3)", () => {
  test("unites lists, keeps the first spelling, and takes nothing away by an empty cell", async () => {
    const workspace = await open();
    await workspace.ports.store.fields.add(workspace.workspace.number, {
      key: "colours",
      label: "Colours",
      type: "multiple_choice",
      options: ["Blue", "Green"],
      builtin: false,
    });
    const file = `
Name,Email,Phone,Colours,Tags
Ann Lee,ann@example.com,+14155550101,Blue,vip
Bob,bob@example.com,,,
ANN LEE,ann@example.com,,Green,news
`;
    for (const keys of [["inFile=merge"], ["inFile=merge", "emptyCells=clear", "tags=replace"]]) {
      await workspace.import(file, set(...keys));
      expect((await people(workspace, "full_name", "phone", "colours", "tags"))[0]).toBe(
        "Ann Lee | +14155550101 | Blue, Green | vip, news",
      );
    }
    expect(counts(await workspace.import(file, set("emptyCells=clear", "tags=replace")))).toBe("3 unchanged");
  });

  test("names every field on which a line says something else", async () => {
    const workspace = await open();
    const record = await workspace.import(
      "Name,Email,City,Notes\nAnn,ann@example.com,Rome,a\nBob,bob@example.com,,\nAnna,ann@example.com,Oslo,\n",
    );
    expect((await told(workspace, record))[2]).toBe("4 failed: in_file_duplicate (line 2, full_name and city)");
  });

  test("holds a cleared field and a filled one to be a contradiction", async () => {
    const workspace = await open();
    const record = await workspace.import("Email,City\nann@example.com,<clear>\nann@example.com,Rome\n");
    expect(await told(workspace, record)).toEqual(["2 created", "3 failed: in_file_duplicate (line 2, city)"]);
  });

  test("with a contact that exists already counts each line's own change", async () => {
    const workspace = await open();
    await workspace.import("Email,City\nann@example.com,Rome\n");
    const record = await workspace.import(
      "Email,City,Phone\nann@example.com,Oslo,\nbob@example.com,,\nann@example.com,,+14155550101\n",
    );
    expect(await told(workspace, record)).toEqual(["2 updated", "3 created", "4 updated"]);
    expect(await changesOf(workspace, record, 4)).toEqual({ phone: "- -> +14155550101" });
  });

  test("starts with the first line that can stand: a refused one leads nobody", async () => {
    const workspace = await open();
    const record = await workspace.import(
      "Name,Email,Phone,Additional email addresses\nAnn,ann@,+14155550101,\nAnna,ann@example.com,+14155550101,\n",
    );
    expect(await told(workspace, record)).toEqual(["2 failed: email_invalid (Email)", "3 created"]);
  });
});

describe("what is a duplicate", () => {
  test("a broken line takes no right one with it, neither by first nor by fail (C-H3)", async () => {
    for (const inFile of ["first", "fail"]) {
      const workspace = await open();
      const record = await workspace.import(
        "Name,Email,Phone\nAnn,ann@broken,+14155550101\nAnna,ann@example.com,+14155550101\n",
        set(`inFile=${inFile}`),
      );
      expect(await told(workspace, record)).toEqual(["2 failed: email_invalid (Email)", "3 created"]);
    }
  });

  test("additional addresses and numbers count like the first ones (C-H3, C-H5)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      'Name,Email,Additional email addresses\nAnn,ann@example.com,"a@home.example"\nBob,bob@example.com,\nAnna,a@home.example,\n',
      set("inFile=fail"),
    );
    expect(await told(workspace, record)).toEqual([
      "2 failed: duplicate_email (line 4)",
      "3 created",
      "4 failed: duplicate_email (line 2)",
    ]);
  });

  test("the same text as another kind of key is none (C-H3)", async () => {
    const workspace = await open();
    const record = await workspace.import(
      "External ID,Phone\n+14155550101,+14155550102\n+14155550102,+14155550101\n",
      set("inFile=fail"),
    );
    expect(counts(record)).toBe("2 created");
  });

  test("two lines that find one contact by different keys: the second is refused and names the first, under every policy (C-H3)", async () => {
    for (const inFile of ["fail", "last", "merge", "both"]) {
      const workspace = await open();
      await workspace.import("Name,Email,Phone\nAnn,ann@example.com,+14155550101\n");
      const record = await workspace.import(
        "Email,Phone,City\nann@example.com,,Rome\n,+14155550101,Oslo\n",
        set(`inFile=${inFile}`),
      );
      expect(await told(workspace, record)).toEqual(["2 updated", "3 failed: in_file_duplicate (line 2, contacts 1)"]);
    }
    const workspace = await open();
    await workspace.import("Name,Email,Phone\nAnn,ann@example.com,+14155550101\n");
    const record = await workspace.import(
      "Email,Phone,City\nann@example.com,,Rome\n,+14155550101,Oslo\n",
      set("inFile=first"),
    );
    expect(await told(workspace, record)).toEqual(["2 updated", "3 skipped: in_file_duplicate (line 2, contacts 1)"]);
  });
});
