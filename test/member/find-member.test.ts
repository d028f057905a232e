/** Which member a text means. */
import { describe, expect, test } from "vitest";
import { type FoundBy, findMember, indexMembers } from "../../src/core/member/find-member.ts";
import { member } from "../support/members.ts";

const MEMBERS = [
  member({ number: 1, name: "Ann Smith", email: "ann@example.com" }),
  member({ number: 2, name: "José O'Neil", email: "jose@example.com", formerEmails: ["j.oneil@old.example"] }),
  member({ number: 3, name: "Sam Lee", email: "sam@example.com" }),
  member({
    number: 4,
    name: "SAM  Lee",
    email: "sam.lee@example.com",
    formerEmails: ["ann@example.com", "x@old.example"],
  }),
  member({ number: 5, name: "Jo Öz", email: "jo.oz@example.com" }),
  member({ number: 6, name: "Jo Oz", email: "jo@example.com" }),
  member({ number: 7, name: "Gone Girl", email: "gone@example.com", removedAt: 5 }),
  member({ number: 8, name: "王 芳", email: "wang@example.com", formerEmails: ["x@old.example"] }),
];
const INDEX = indexMembers(MEMBERS);

function found(text: string, by: FoundBy): string {
  const search = findMember(INDEX, text, by);
  if (search.found === "none") return "-";
  return (search.found === "one" ? [search.member] : search.members).map(({ number }) => number).join("+");
}

describe("a member is found by what the policy says (C-E8)", () => {
  test.for<readonly [text: string, byEmail: string, byName: string, byBoth: string]>([
    ["ann@example.com", "1", "1", "1"],
    ["  ANN@Example.COM ", "1", "1", "1"],
    ["Ann Smith", "-", "1", "1"],
    ["ann   smith", "-", "1", "1"],
    ["Ann Smith <ann@example.com>", "1", "1", "1"],
    // The address names the member, whatever stands before it.
    ["Sam Lee (ann@example.com)", "1", "1", "1"],
    ["Jose ONeil", "-", "2", "2"],
    ["Jose\u0301 O\u2019Neil", "-", "2", "2"],
    ["王 芳", "-", "8", "8"],
    ["Ann", "-", "-", "-"],
    ["Smith Ann", "-", "-", "-"],
    ["nobody@example.com", "-", "-", "-"],
    ["ann@", "-", "-", "-"],
    ["", "-", "-", "-"],
    ["...", "-", "-", "-"],
    ["__proto__", "-", "-", "-"],
  ])("%s", ([text, byEmail, byName, byBoth]) => {
    expect([found(text, "email"), found(text, "name"), found(text, "both")]).toEqual([byEmail, byName, byBoth]);
  });

  test("a name that two members share is never decided", () => expect(found("Sam Lee", "name")).toBe("3+4"));

  test("a name as it is written goes before one that is like it", () => {
    expect([found("Jo Oz", "name"), found("jo öz", "name"), found("Jo Óz", "name")]).toEqual(["6", "5", "5+6"]);
  });

  test("a former address means its member, unless somebody has it now or two had it", () => {
    expect([found("j.oneil@old.example", "email"), found("ann@example.com", "email")]).toEqual(["2", "1"]);
    expect(found("x@old.example", "email")).toBe("4+8");
  });

  test("whoever was removed is not found", () => {
    expect([found("gone@example.com", "both"), found("Gone Girl", "both")]).toEqual(["-", "-"]);
  });

  test("a text of megabytes is nobody, at once", () => {
    expect(found(`${"(a@".repeat(500_000)}`, "both")).toBe("-");
    expect(found("a ".repeat(500_000), "both")).toBe("-");
  });
});
