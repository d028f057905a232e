/** Possible duplicates over HTTP, in a workspace that is too large to be compared by whoever answers requests. */
import { expect, test } from "vitest";
import { CHEAP_SEARCH_CONTACTS } from "../../src/app/limits.ts";
import { apiServer } from "../support/api-server.ts";

const PAIRS = ["Zaphira Quux", "Ottokar Blum", "Ilse Ypsilon"];

/** Everybody is somebody else, but for these, who stand there twice. */
const people = (): string =>
  [
    "full_name,email,phone,city",
    ...Array.from(
      { length: CHEAP_SEARCH_CONTACTS },
      (_, at) => `${word(at)} ${word(at * 7 + 3)},p${at}@x${at}.example,,`,
    ),
    ...PAIRS.flatMap((name, at) => [
      `${name},${name.split(" ")[0]}@example.com,+1415555010${at},Oslo`,
      `${name},${name.split(" ")[0]}.private@example.org,,Oslo`,
    ]),
  ].join("\n");

const word = (number: number): string =>
  [...String(number * 7919 + 10_007)].map((digit) => `${"bcdfghjklm".charAt(Number(digit))}a`).join("");

type Listed = {
  readonly total: number;
  readonly items: readonly { readonly contacts: readonly { id: string; name: string }[] }[];
};

test("are found on a thread of their own, and are gone once they are none (C-H6)", async () => {
  const server = await apiServer();
  await server.test.import(people());
  const key = await server.key();
  const listed = async (query = ""): Promise<Listed> =>
    (await server.ask(key, `GET /duplicates?minScore=0.4${query}`)).json;
  const names = ({ items }: Listed) => items.map(({ contacts }) => contacts[0]?.name).sort();
  const first = await listed();
  expect(names(first).filter((name) => PAIRS.includes(name ?? ""))).toEqual([...PAIRS].sort());
  const idsOf = (name: string) =>
    first.items.find(({ contacts }) => contacts[0]?.name === name)?.contacts.map(({ id }) => id) ?? [];

  const dismissed = await server.ask(key, "POST /duplicates/dismiss", { contacts: idsOf("Ottokar Blum") });
  expect(dismissed.status).toBe(204);
  const merged = await server.ask(key, "POST /merges", { contacts: idsOf("Ilse Ypsilon"), take: [] });
  expect(merged.status).toBe(201);
  const second = await listed();
  expect([names(second).includes("Zaphira Quux"), second.total]).toEqual([true, first.total - 2]);
  expect(names(second)).not.toContain("Ottokar Blum");
  expect(names(second)).not.toContain("Ilse Ypsilon");
  expect((await listed("&limit=1")).items).toHaveLength(1);
  expect(server.faults).toEqual([]);
});
