/** What happens, step by step, to the data folders of the crash tests. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PIPELINES, writeCustomers, writeDeals } from "./deals-file.ts";
import { writePeople } from "./people-file.ts";
import type { About } from "./request.ts";

/** `args`: what the child is told to do with which file. */
export type Step = { readonly name: string; readonly args: readonly [command: "import" | "undo", string, About] };

/** Writes the files of a story, and says its steps. */
export type Story = (folder: string) => readonly Step[];

/** @param people lines of each of the two files */
export const peopleStory =
  (people: number): Story =>
  (folder) => {
    const first = join(folder, "first.csv");
    const second = join(folder, "second.csv");
    writePeople(first, { from: 1, count: people, edition: 0 });
    writePeople(second, { from: Math.floor(people / 4), count: people, edition: 1 });
    return [
      { name: "creates", args: ["import", first, "contacts"] },
      { name: "updates", args: ["import", second, "contacts"] },
      { name: "undo", args: ["undo", second, "contacts"] },
    ];
  };

/** Customers, then contacts with their deals, of whom some are those customers'. @param deals lines of each file of deals */
export const dealsStory =
  (deals: number): Story =>
  (folder) => {
    const file = (name: string): string => join(folder, `${name}.csv`);
    const customers = Math.ceil(deals / 30);
    writeFileSync(file("pipelines"), PIPELINES);
    writeDeals(file("deals"), { count: deals, edition: 0 });
    writeCustomers(file("customers"), { count: customers, edition: 1 });
    writeDeals(file("later deals"), { count: deals, edition: 1 });
    return [
      { name: "pipelines", args: ["import", file("pipelines"), "stages"] },
      { name: "contacts and deals", args: ["import", file("deals"), "contacts and deals"] },
      { name: "customers", args: ["import", file("customers"), "accounts"] },
      { name: "later deals", args: ["import", file("later deals"), "contacts and deals"] },
      { name: "undo of the customers", args: ["undo", file("customers"), "accounts"] },
      { name: "undo of the later deals", args: ["undo", file("later deals"), "contacts and deals"] },
      { name: "undo of the first deals", args: ["undo", file("deals"), "contacts and deals"] },
    ];
  };
