import { spawn } from "node:child_process";
import { hostname } from "node:os";
import { describe, expect, test } from "vitest";
import { isGone, newHolder } from "../../src/jobs/holder.ts";

const mine = newHolder();

describe("who holds a lease (C-X2)", () => {
  test("two connections of one process have names of their own", () => {
    expect(newHolder()).not.toBe(mine);
    expect(mine.startsWith(`${hostname()}:${process.pid}#`)).toBe(true);
  });

  test("a process that runs is not gone, one that has ended is", async () => {
    const child = spawn(process.execPath, ["--eval", ""]);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const named = mine.replace(`:${process.pid}#`, `:${child.pid}#`);
    expect(isGone({ holder: mine })).toBe(false);
    await ended;
    expect(isGone({ holder: named })).toBe(true);
  });

  test.runIf(process.platform === "linux")(
    "its number given to a process that started later does not revive it",
    () => {
      const [head, started] = /^(.*#\w+\.)(\w+)/.exec(mine)!.slice(1);
      expect(isGone({ holder: mine.replace(`${head}${started}`, `${head}1`) })).toBe(true);
    },
  );

  const elsewhere = {
    "on another machine": mine.replace(hostname(), "elsewhere"),
    "in a container with the same host name and process numbers": mine.replace(/#\w+/, "#00000000"),
    "named as earlier versions did": "elsewhere:1",
    "named in no way known": "somebody",
  };
  test.each(Object.entries(elsewhere))("a process %s is not judged", (_, holder) => {
    expect(isGone({ holder })).toBe(false);
  });
});
