/** A person whose only number stands in a second phone column: it is their Phone. The same for e-mail addresses. */
import { describe, expect, test } from "vitest";
import { contactCard } from "../../src/app/view/contact-card.ts";
import { changesOf, counts, people, set, told, workspaces } from "../scenario/story.ts";
import type { TestWorkspace } from "../support/workspace.ts";

const open = workspaces();
const FILE = `Name,Email,Telefon,Mobil
Ann,ann@x.test,0171 5550100,0711 5550101
Bob,bob@x.test,,0711 5550102
Cy,cy@x.test,,
`;
const PHONES = ["full_name", "phone", "additional_phones"] as const;

describe("C-D8: the first column that is filled", () => {
  for (const emptyCells of ["keep", "clear"])
    test(`is the first number, and the same file changes nothing (C-X3), with empty cells that ${emptyCells}`, async () => {
      const workspace = await open();
      const request = { country: "DE", ...set(`emptyCells=${emptyCells}`) };
      const record = await workspace.import(FILE, request);
      const held = ["Ann | +491715550100 | +497115550101", "Bob | +497115550102 | -", "Cy | - | -"];
      expect(await people(workspace, ...PHONES)).toEqual(held);
      expect(counts(await workspace.import(FILE, request))).toBe("3 unchanged");
      expect(await people(workspace, ...PHONES)).toEqual(held);
      await workspace.undo(record);
      expect(await people(workspace, ...PHONES)).toEqual([]);
    });

  test("is the first address", async () => {
    const workspace = await open();
    const file = "Name,E-Mail,E-Mail privat\nAnn,,ann@home.test\nBob,bob@x.test,bob@home.test\n";
    await workspace.import(file);
    expect(await people(workspace, "email", "additional_emails")).toEqual([
      "ann@home.test | -",
      "bob@x.test | bob@home.test",
    ]);
    expect(counts(await workspace.import(file))).toBe("2 unchanged");
  });

  test.each([
    ["Telefon,Mobil,Büro Tel.", ["Mobil, Büro Tel.: the first value stands in where Telefon is empty"]],
    ["Telefon,Additional phone numbers", []],
    ["Mobil", []],
  ])("is said before anything is written (%s)", async (headers, says) => {
    const workspace = await open();
    const record = await workspace.import(`Name,${headers}\nBob\n`);
    expect(record.scan?.says).toEqual(expect.arrayContaining(says));
    expect(record.scan?.says.join()).toEqual(
      says.length > 0 ? expect.any(String) : expect.not.stringContaining("stands in"),
    );
  });

  test("is found by it, and named where the value came from (C-X6)", async () => {
    const workspace = await open();
    await workspace.import(FILE, { country: "DE" });
    const [, bob] = await workspace.contacts();
    const card = await contactCard(workspace.ports, workspace.workspace, bob!);
    expect(card.values.find(({ key }) => key === "phone")?.origin).toMatchObject({
      column: "Mobil",
      raw: "0711 5550102",
    });
    expect(counts(await workspace.import("Phone,City\n+497115550102,Ulm\n"))).toBe("1 updated");
  });

  test.each([
    ["a column before it says that there is none", ",n/a,0711 5550102", "Work phone"],
    ["its own column says that there is none", "n/a,,0711 5550102", "Work phone"],
    ["its own column has it", "0711 5550102,0171 5550100,", "Phone"],
    ["its own column has several", '"0711 5550102 / 0711 5550103",0171 5550100,', "Phone"],
  ])("is named by its own column where %s (C-X6)", async (_, cells, column) => {
    const workspace = await open();
    await workspace.import(`Name,Phone,Mobile,Work phone\nBob,${cells}\nZoe,0711 5550109,,\n`, { country: "DE" });
    const [bob] = await workspace.contacts();
    expect(bob!.values.get("phone")).toBe("+497115550102");
    const card = await contactCard(workspace.ports, workspace.workspace, bob!);
    expect(card.values.find(({ key }) => key === "phone")?.origin).toMatchObject({ column });
  });

  test("of a contact who has a number is a further one; of one who has none, the first (C-U1)", async () => {
    const workspace = await open();
    await workspace.import("Name,Email,Phone\nAnn,ann@x.test,\nBob,bob@x.test,+497115550999\n");
    const before = await people(workspace, ...PHONES);
    const file = "Email,Telefon,Mobil\nann@x.test,,0711 5550101\nbob@x.test,,0711 5550102\nzoe@x.test,0171 5550100,\n";
    const record = await workspace.import(file, { country: "DE" });
    const held = ["Ann | +497115550101 | -", "Bob | +497115550999 | +497115550102", "- | +491715550100 | -"];
    expect(await people(workspace, ...PHONES)).toEqual(held);
    expect(counts(await workspace.import(file, { country: "DE" }))).toBe("3 unchanged");
    await workspace.undo(record);
    expect(await people(workspace, ...PHONES)).toEqual(before);
  });

  test("takes the place of the number that an empty cell clears", async () => {
    const workspace = await open();
    await workspace.import(
      'Name,Email,Phone,Additional phone numbers\nBob,bob@x.test,+497115550999,"+497115550102, +497115550103"\n',
    );
    const request = { country: "DE", ...set("emptyCells=clear") };
    await workspace.import(FILE, request);
    expect((await people(workspace, ...PHONES))[0]).toBe("Bob | +497115550102 | +497115550103");
    expect(counts(await workspace.import(FILE, request))).toBe("3 unchanged");
  });
});

describe("what is said of a number that is the first of its line (C-E9)", () => {
  const HEADER = "Name,Email,Telefon,Mobil,Büro Tel.,Phone type\n";
  const ZOE = "Zoe,zoe@x.test,0711 5550109,,,landline\n";
  const HELD = ["phone", "phone_type", "additional_phones"] as const;
  const bobOf = async (workspace: TestWorkspace) =>
    (await people(workspace, "full_name", ...HELD)).find((text) => text.startsWith("Bob"));

  for (const emptyCells of ["keep", "clear"])
    test(`is kept with a new contact and with one that has none, and the same file changes nothing (${emptyCells})`, async () => {
      for (const before of [null, "Name,Email\nBob,bob@x.test\n"]) {
        const workspace = await open();
        if (before !== null) await workspace.import(before);
        const request = { country: "DE", ...set(`emptyCells=${emptyCells}`) };
        const file = `${HEADER}${ZOE}Bob,bob@x.test,,0171 5550102,,mobile\n`;
        const record = await workspace.import(file, request);
        expect((await told(workspace, record))[1]).toBe(before === null ? "3 created" : "3 updated");
        expect(await bobOf(workspace)).toBe("Bob | +491715550102 | mobile | -");
        expect(await told(workspace, await workspace.import(file, request))).toEqual(["2 unchanged", "3 unchanged"]);
        await workspace.undo(record);
        expect(await bobOf(workspace)).toBe(before === null ? undefined : "Bob | - | - | -");
      }
    });

  test("is written anew where it is that of the contact's first number", async () => {
    const workspace = await open();
    await workspace.import("Name,Email,Phone,Phone type\nBob,bob@x.test,+491715550102,landline\n");
    const record = await workspace.import(`${HEADER}${ZOE}Bob,bob@x.test,,0171 5550102,,mobile\n`, { country: "DE" });
    expect(await changesOf(workspace, record, 3)).toEqual({ phone_type: "landline -> mobile" });
  });

  test.each([
    ["the line has two numbers", "Name,Email\nBob,bob@x.test\n", "+491715550102 | - | +497115550103", "0711 5550103"],
    [
      "the contact has another",
      "Name,Email,Phone\nBob,bob@x.test,+491715550199\n",
      "+491715550199 | - | +491715550102",
      "",
    ],
    [
      "the contact has it as a further one",
      "Name,Email,Additional phone numbers\nBob,bob@x.test,+491715550102\n",
      "- | - | +491715550102",
      "",
    ],
  ])("is nobody's where %s, and the line says so", async (_, before, held, office) => {
    const workspace = await open();
    await workspace.import(before);
    const file = `${HEADER}${ZOE}Bob,bob@x.test,,0171 5550102,${office},mobile\n`;
    const record = await workspace.import(file, { country: "DE" });
    expect((await told(workspace, record))[1]).toContain("phone_details_unkept (Phone type)");
    expect(await bobOf(workspace)).toBe(`Bob | ${held}`);
  });
});

describe("C-D8: a second cell that says there is none", () => {
  const EVE = "External ID,Name,Email,Additional emails,Phone,Additional phone numbers\n";
  const HELD = ["full_name", "email", "additional_emails", "phone", "additional_phones"] as const;

  for (const cell of ["n/a", "-"])
    test(`moves nothing to the first place and takes nothing away (${cell})`, async () => {
      const workspace = await open();
      await workspace.import(`${EVE}e1,Eve,eve@x.test,eve@home.test,+497115550101,+497115550102\n`);
      const file = `External ID,Name,E-Mail,E-Mail privat,Telefon,Mobil
q,Zoe,zoe@x.test,,0711 5550109,
e1,Eve,,${cell},,${cell}
`;
      const request = { country: "DE", ...set("emptyCells=clear") };
      for (let run = 0; run < 2; run++) {
        await workspace.import(file, request);
        expect((await people(workspace, ...HELD))[0]).toBe("Eve | - | eve@home.test | - | +497115550102");
      }
    });

  test("leaves a contact without a first number as it is", async () => {
    const workspace = await open();
    await workspace.import(`${EVE}e1,Eve,,,,+497115550102\n`);
    const record = await workspace.import("External ID,Name,Telefon,Mobil\nq,Zoe,0711 5550109,\ne1,Eva,,n/a\n");
    expect(await changesOf(workspace, record, 3)).toEqual({ full_name: "Eve -> Eva" });
  });

  test("lets no address that the contact has in second place push out the first", async () => {
    const workspace = await open();
    await workspace.import(`${EVE}e1,Eve,eve@x.test,eve@home.test,,\n`);
    await workspace.import("External ID,Name,E-Mail,E-Mail privat\ne1,Eve,eve@home.test,n/a\nq,Zoe,zoe@x.test,\n");
    expect((await people(workspace, ...HELD))[0]).toBe("Eve | eve@x.test | eve@home.test | - | -");
  });
});

describe("C-D8: a number that the contact has among its further ones", () => {
  const BOB = "Name,Email,Additional emails,Additional phone numbers,City\n";
  const HELD = ["city", "phone", "additional_phones", "email", "additional_emails"] as const;
  const HEADER = "Name,E-Mail,E-Mail privat,Telefon,Mobil,City\n";
  const ZOE = "Zoe,zoe@x.test,,0711 5550109,,\n";

  test.each(["Ulm", "Bonn"])("stays there, whatever else the line says (%s)", async (city) => {
    const workspace = await open();
    await workspace.import(`${BOB}Bob,,bob@home.test,+497115550102,Ulm\n`);
    const file = `${HEADER}${ZOE}Bob,,Bob@Home.test,,0711 5550102,${city}\n`;
    const record = await workspace.import(file, { country: "DE" });
    expect((await told(workspace, record))[1]).toBe(city === "Ulm" ? "3 unchanged" : "3 updated");
    const held = (city: string) => `${city} | - | +497115550102 | - | bob@home.test`;
    expect((await people(workspace, ...HELD))[0]).toBe(held(city));
    await workspace.undo(record);
    expect((await people(workspace, ...HELD))[0]).toBe(held("Ulm"));
  });

  test("does not keep another one from the first place", async () => {
    const workspace = await open();
    await workspace.import(`${BOB}Bob,,bob@home.test,+497115550102,Ulm\n`);
    await workspace.import(`${HEADER}${ZOE}Bob,,bob@home.test,,0711 5550103,Ulm\n`, { country: "DE" });
    expect((await people(workspace, ...HELD))[0]).toBe("Ulm | +497115550103 | +497115550102 | - | bob@home.test");
  });
});

describe("C-D8: a further number stays one", () => {
  test.each([
    ["its column is called so", "Name,Phone,Additional phone numbers\nBob,,+497115550102\n"],
    ["there is no column of first ones", "Name,Email,Additional phone numbers\nBob,bob@x.test,+497115550102\n"],
    ["the first cell cannot be read", "Name,Email,Telefon,Mobil\nZoe,,0171 5550100,\nBob,bob@x.test,12,0711 5550102\n"],
    ["the first cell clears", "Name,Email,Telefon,Mobil\nZoe,,0171 5550100,\nBob,bob@x.test,<clear>,0711 5550102\n"],
    [
      "other lines of the file are the same contact",
      "Name,Email,Telefon,Mobil\nZoe,,0171 5550100,\nBob,bob@x.test,,0711 5550102\nBob,bob@x.test,,0711 5550102\n",
    ],
  ])("where %s", async (_, file) => {
    const workspace = await open();
    await workspace.import(file, { country: "DE" });
    expect((await people(workspace, ...PHONES)).at(-1)).toBe("Bob | - | +497115550102");
    const again = await workspace.import(file, { country: "DE" });
    expect(again.progress?.tally.outcomes.updated).toBe(0);
    expect((await told(workspace, again)).join()).not.toContain("updated");
  });
});
