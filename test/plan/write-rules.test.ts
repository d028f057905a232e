/** What an import may change on contacts, as a person says it: modes aside, in a real workspace. */
import { describe, expect, test } from "vitest";
import { changesOf, counts, people, set, told, workspaces } from "../scenario/story.ts";

const open = workspaces();

describe("empty cells (C-I2)", () => {
  const BEFORE = "Name,Email,Phone,City,Job title\nAnn,ann@example.com,+14155550101,Rome,CFO\n";
  const AFTER = "Name,Email,Phone,City\nAnn,ann@example.com,,\n";

  test.for([
    { keys: [], changes: {} },
    { keys: ["emptyCells=keep"], changes: {} },
    { keys: ["emptyCells=clear"], changes: { phone: "+14155550101 -> -", city: "Rome -> -" } },
    { keys: ["clearFields=city"], changes: { city: "Rome -> -" } },
    { keys: ["clearFields=city,phone"], changes: { phone: "+14155550101 -> -", city: "Rome -> -" } },
  ])("with $keys change $changes; columns that are not there are never touched", async ({ keys, changes }) => {
    const workspace = await open();
    await workspace.import(BEFORE);
    const record = await workspace.import(AFTER, set(...keys));
    expect(await changesOf(workspace, record, 2)).toEqual(changes);
    expect(await people(workspace, "job_title")).toEqual(["CFO"]);
  });

  test("a cell of white space is an empty cell", async () => {
    const workspace = await open();
    await workspace.import(BEFORE);
    expect(counts(await workspace.import("Email,City\nann@example.com, \u00a0\u200b \n"))).toBe("1 unchanged");
  });

  test("a value that cannot be read is no empty cell: nothing is cleared by it", async () => {
    const workspace = await open();
    await workspace.import(BEFORE);
    const record = await workspace.import("Email,Phone\nann@example.com,call me\n", set("emptyCells=clear"));
    expect(await told(workspace, record)).toEqual(["2 unchanged: phone_unreadable (Phone)"]);
    expect(await people(workspace, "phone")).toEqual(["+14155550101"]);
  });

  test("the clear token clears one cell, and on a new contact it is nothing", async () => {
    const workspace = await open();
    await workspace.import(BEFORE);
    const record = await workspace.import(
      "Name,Email,City\nAnn,ann@example.com,<clear>\nBob,bob@example.com,<clear>\n",
    );
    expect(await changesOf(workspace, record, 2)).toEqual({ city: "Rome -> -" });
    expect(await people(workspace, "full_name", "city")).toEqual(["Ann | -", "Bob | -"]);
  });

  test("the token is meant in any case and with spaces around; a token that is a word, in its own case (C-I2)", async () => {
    const workspace = await open();
    const file = (token: string) => `Name,Email,City\nAnn,ann@example.com,${token}\n`;
    for (const token of ["<Clear>", "<CLEAR>", " <clear> "]) {
      await workspace.import(file("Rome"));
      await workspace.import(file(token));
      expect(await people(workspace, "city"), token).toEqual(["-"]);
    }
    await workspace.import(file("Bari"), set("clearToken=BARI"));
    expect(await people(workspace, "city")).toEqual(["Bari"]);
    await workspace.import(file(" BARI "), set("clearToken=BARI"));
    expect(await people(workspace, "city")).toEqual(["-"]);
  });

  test("another token can be said, and then <clear> is a text like any other", async () => {
    const workspace = await open();
    await workspace.import(BEFORE);
    await workspace.import("Email,City,Job title\nann@example.com,NULL,<clear>\n", set("clearToken=NULL"));
    expect(await people(workspace, "city", "job_title")).toEqual(["- | <clear>"]);
  });

  test("a contact may lose the last thing it is known by only where that was asked for", async () => {
    const workspace = await open();
    await workspace.import(BEFORE);
    const record = await workspace.import("Name,Email,Phone\nAnn,ann@example.com,<clear>\n");
    expect(await changesOf(workspace, record, 2)).toEqual({ phone: "+14155550101 -> -" });
    expect(counts(await workspace.import("Name,Phone\nBob,+14155550101\n"))).toBe("1 created");
  });
});

describe("tags (C-I3)", () => {
  test.for([
    { keys: [], tags: "vip, news, fair" },
    { keys: ["tags=merge"], tags: "vip, news, fair" },
    { keys: ["tags=replace"], tags: "news, fair" },
  ])("with $keys become $tags; those of the import are added", async ({ keys, tags }) => {
    const workspace = await open();
    await workspace.import("Email,Tags\nann@example.com,vip\n");
    await workspace.import("Email,Tags\nann@example.com,news\n", { ...set(...keys), tags: ["fair"] });
    expect(await people(workspace, "tags")).toEqual([tags]);
    const again = await workspace.import("Email,Tags\nann@example.com,news\n", { ...set(...keys), tags: ["fair"] });
    expect(counts(again)).toBe("1 unchanged");
  });

  test("of the import are on new and known contacts of a file without a tags column", async () => {
    const workspace = await open();
    await workspace.import("Email,Tags\nann@example.com,vip\n");
    await workspace.import("Email,City\nann@example.com,Rome\nbob@example.com,Oslo\n", {
      tags: ["fair", "FAIR", "2026"],
    });
    expect(await people(workspace, "tags")).toEqual(["vip, fair, 2026", "fair, 2026"]);
  });

  test("are parted by the separators of the policy, once each", async () => {
    const workspace = await open();
    await workspace.import('Email,Tags\nann@example.com,"vip, news;VIP,,v. i. p."\n');
    expect(await people(workspace, "tags")).toEqual(["vip, news, v. i. p."]);
  });
});

describe("owners (C-I5)", () => {
  test("may be said for the import: new contacts that name none get it", async () => {
    const workspace = await open();
    await workspace.import("Email,Owner\nann@example.com,\nbob@example.com,bea@example.com\n", {
      owner: "olga@example.com",
    });
    expect(await people(workspace, "owner")).toEqual(["olga@example.com", "bea@example.com"]);
  });

  test("are not read where the policy has them off", async () => {
    const workspace = await open();
    await workspace.import("Email,Owner\nann@example.com,bea@example.com\n", set("owner=off"));
    expect(await people(workspace, "owner")).toEqual(["-"]);
  });

  test("an empty cell takes no owner away, not even where empty cells clear: without override the owner stays", async () => {
    const workspace = await open();
    await workspace.import("Email,Owner\nann@example.com,bea@example.com\n");
    const record = await workspace.import("Email,Owner\nann@example.com,\n", set("emptyCells=clear"));
    expect(await told(workspace, record)).toEqual(["2 unchanged: owner_kept (Owner)"]);
  });
});

describe("opt-outs (C-I6)", () => {
  test.for(["DNT", "Do not contact", "Email opt-out", "SMS opt-out"])(
    "%s is never lowered by a file",
    async (header) => {
      const workspace = await open();
      await workspace.import(`Email,${header}\nann@example.com,yes\n`);
      const record = await workspace.import(`Email,${header}\nann@example.com,no\n`);
      expect(await told(workspace, record)).toEqual([`2 unchanged: opt_out_kept (${header})`]);
      const lowered = await workspace.import(`Email,${header}\nann@example.com,no\n`, set("lowerOptOuts=yes"));
      expect(Object.values(await changesOf(workspace, lowered, 2))).toEqual(["yes -> no"]);
    },
  );

  test("are raised by any file, and an unclear cell changes nothing", async () => {
    const workspace = await open();
    await workspace.import("Email,DNT\nann@example.com,no\n");
    expect(counts(await workspace.import("Email,DNT\nann@example.com,perhaps\n"))).toBe("1 unchanged");
    const record = await workspace.import("Email,DNT\nann@example.com,x\n");
    expect(await changesOf(workspace, record, 2)).toEqual({ do_not_touch: "no -> yes" });
  });
});
