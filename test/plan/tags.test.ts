/** The workspace's tags: which there are, who may make them, and what becomes of them when an import is undone. */
import { describe, expect, test } from "vitest";
import { counts, exported, people, set, told, workspaces } from "../scenario/story.ts";

const open = workspaces();
type Open = Awaited<ReturnType<typeof open>>;

const tagsOf = async ({ ports, workspace }: Open): Promise<readonly string[]> =>
  (await ports.store.tags.list(workspace.number)).map(({ name, contacts }) => `${name} ${contacts}`);
const addTag = ({ ports, workspace }: Open, name: string) => ports.store.tags.add(workspace.number, name);

describe("tags that imports make (C-I3)", () => {
  test("are the workspace's from then on, each counted once whatever its case", async () => {
    const workspace = await open();
    await addTag(workspace, "VIP");
    await workspace.import('email,tags\nann@example.com,"vip, Ärzte"\nbob@example.com,ÄRZTE\n', { tags: ["fair"] });
    expect(await tagsOf(workspace)).toEqual(["fair 2", "VIP 1", "Ärzte 2"]);
  });

  test("go again with the undo, those of the whole import too; others stay (C-U2)", async () => {
    const workspace = await open();
    await addTag(workspace, "vip");
    const record = await workspace.import('email,tags\nann@example.com,"vip, new"\n', { tags: ["fair"] });
    await workspace.undo(record);
    expect(await tagsOf(workspace)).toEqual(["vip 0"]);
  });

  test("stay while another import's contacts have them, and go with the last of them (C-U2)", async () => {
    const workspace = await open();
    const first = await workspace.import("email,tags\nann@example.com,fair\n");
    const second = await workspace.import("email,tags\nbob@example.com,Fair\n");
    await workspace.undo(first);
    expect(await tagsOf(workspace)).toEqual(["fair 1"]);
    await workspace.undo(second);
    expect(await tagsOf(workspace)).toEqual([]);
  });

  test("are not made by a plan (C-P3)", async () => {
    const workspace = await open();
    await workspace.plan("email,tags\nann@example.com,new\n", { tags: ["fair"] });
    expect(await tagsOf(workspace)).toEqual([]);
  });
});

describe("tags of the workspace that hold a separator (C-E4)", () => {
  const FILE = 'email,tags\nann@example.com,"Smith, Jones; new"\nbob@example.com,"vip,smith,jones"\n';

  test("are not split, in the plan as in the run, and are written as the workspace spells them", async () => {
    const workspace = await open();
    await workspace.import("email\nann@example.com\nbob@example.com\n");
    await addTag(workspace, "Smith, Jones");
    const planned = await workspace.lines(await workspace.plan(FILE));
    expect(planned.map(({ changes }) => changes?.tags?.[1])).toEqual([
      '["Smith, Jones","new"]',
      '["vip","Smith, Jones"]',
    ]);
    await workspace.import(FILE);
    expect(await tagsOf(workspace)).toEqual(["new 1", "Smith, Jones 2", "vip 1"]);
  });

  test("are known where imports make no tags, whatever the spaces in them", async () => {
    const workspace = await open();
    await addTag(workspace, "Smith, Jones");
    const record = await workspace.import(FILE, set("createTags=no"));
    expect(await tagsOf(workspace)).toEqual(["Smith, Jones 2"]);
    expect((await workspace.lines(record)).map(({ problems }) => problems[0]?.params?.tags)).toEqual([
      ["new"],
      ["vip"],
    ]);
  });

  test("two that differ in their spaces only are told apart where the cell does", async () => {
    const workspace = await open();
    for (const tag of ["Smith, Jones", "Smith,Jones"]) await addTag(workspace, tag);
    await workspace.import('email,tags\nann@example.com,"Smith,Jones"\nbob@example.com,"SMITH, JONES"\n');
    expect(await people(workspace, "tags")).toEqual(["Smith,Jones", "SMITH, JONES"]);
  });

  test("are not those that the rows bring themselves: the same file again changes nothing (C-X3)", async () => {
    const workspace = await open({ batchRows: 1 });
    const file = 'email,tags\nann@example.com,"""Smith, Jones"""\nbob@example.com,"Smith, Jones"\n';
    await workspace.import(file);
    expect(await tagsOf(workspace)).toEqual(["Jones 1", "Smith 1", "Smith, Jones 1"]);
    for (const _ of [1, 2]) expect(counts(await workspace.import(file))).toBe("2 unchanged");
  });

  test("do not join what an export wrote (C-C3)", async () => {
    const workspace = await open();
    await workspace.import('email,tags\nann@example.com,"a; b"\n');
    await addTag(workspace, "a; b");
    const file = await exported(workspace);
    expect(counts(await workspace.import(file))).toBe("1 unchanged");
  });
});

describe("where imports make no tags (C-I3)", () => {
  const NO = set("createTags=no");

  test("those that are known are written, the others named in a warning that the plan shows too", async () => {
    const workspace = await open();
    for (const tag of ["VIP", "fair"]) await addTag(workspace, tag);
    const file = 'email,Labels\nann@example.com,"vip, gold, old"\nbob@example.com,fair\n';
    const request = { ...NO, map: ["Labels=tags"], tags: ["Fair"] };
    const [planned] = await workspace.lines(await workspace.plan(file, request));
    expect(planned?.problems).toMatchObject([
      { code: "tag_unknown", severity: "warning", column: "Labels", params: { tags: ["gold", "old"] } },
    ]);
    const record = await workspace.import(file, request);
    expect(await told(workspace, record)).toEqual(["2 created: tag_unknown (Labels)", "3 created"]);
    expect(await people(workspace, "tags")).toEqual(["vip, Fair", "fair"]);
    expect(await tagsOf(workspace)).toEqual(["fair 2", "VIP 1"]);
  });

  test("unknown ones neither replace nor clear what a contact has", async () => {
    const workspace = await open();
    await workspace.import("email,tags\nann@example.com,vip\n");
    const rules = set("createTags=no", "tags=replace", "emptyCells=clear");
    expect(counts(await workspace.import("email,tags\nann@example.com,gold\n", rules))).toBe("1 unchanged");
    const cleared = await workspace.import("email,tags\nann@example.com,<clear>\n", rules);
    expect(counts(cleared)).toBe("1 updated");
  });

  test("an unknown tag for the whole import is refused before it starts", async () => {
    const workspace = await open();
    const refusal = await workspace.refusal("email\nann@example.com\n", { ...NO, tags: ["fair"] });
    expect(refusal).toMatchObject({ code: "tag_not_there", message: expect.stringContaining("“fair”") });
  });
});

describe("many tags in one cell (C-I3)", () => {
  const many = (count: number): string => Array.from({ length: count }, (_, at) => `tag ${at}`).join(", ");

  test("10,000 are read, merged, and taken back", async () => {
    const workspace = await open();
    await workspace.import("email,tags\nann@example.com,vip\n");
    const record = await workspace.import(`email,tags\nann@example.com,"${many(10_000)}"\n`);
    expect(counts(record)).toBe("1 updated");
    expect(await tagsOf(workspace)).toHaveLength(10_001);
    await workspace.undo(record);
    expect(await people(workspace, "tags")).toEqual(["vip"]);
    expect(await tagsOf(workspace)).toEqual(["vip 1"]);
  });

  test("more are too many: the cell is not written, the rest of the line is", async () => {
    const workspace = await open();
    const record = await workspace.import(`email,tags\nann@example.com,"${many(10_001)}"\n`);
    expect(await told(workspace, record)).toEqual(["2 created: list_too_long (tags)"]);
  });

  test("of which none is known, the warning names a few", async () => {
    const workspace = await open();
    const file = `email,tags\nann@example.com,"${many(9_000)}"\n`;
    const [line] = await workspace.lines(await workspace.import(file, set("createTags=no")));
    expect(line?.problems[0]?.params).toEqual({
      tags: ["tag 0", "tag 1", "tag 2", "tag 3", "tag 4"],
      more: 8_995,
    });
  });
});
