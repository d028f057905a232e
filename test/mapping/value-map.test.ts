/** C-D8: value maps and constants, as a person writes them. */
import { describe, expect, test, vi } from "vitest";
import { BUILTIN_FIELDS } from "../../src/core/contact/builtin-fields.ts";
import type { Field } from "../../src/core/contact/field.ts";
import { mappedReader, mappedText, type ValueMap } from "../../src/core/contact/value-map.ts";
import { cellSplitter, valueReader } from "../../src/core/contact/value-reader.ts";
import { valueSettingsOf } from "../../src/core/contact/value-settings.ts";
import { parseConstant, resolveConstants } from "../../src/core/mapping/constant.ts";
import { parseMappingOverride } from "../../src/core/mapping/mapping-override.ts";
import { renderValueMap } from "../../src/core/mapping/value-map-text.ts";
import { policyOf } from "./policy-of.ts";
import { propose } from "./propose.ts";

const settings = valueSettingsOf(policyOf());

describe("C-D8: a value map behind a mapping", () => {
  const values = (text: string): ValueMap | undefined => {
    const parsed = parseMappingOverride(text);
    return parsed.ok ? parsed.value.values : undefined;
  };

  test("is written in braces", () => {
    expect(parseMappingOverride("Salutation=gender{Mr:Male, Mrs: Female,*:}")).toEqual({
      ok: true,
      value: {
        column: "Salutation",
        target: "gender",
        values: [
          ["Mr", "Male"],
          ["Mrs", "Female"],
          ["*", ""],
        ],
      },
    });
  });

  test("says what is read in the place of a cell: by its text, by what the field makes of it, or as any other", () => {
    const turned = mappedText([
      ["yes", "no"],
      ["no", "yes"],
    ]);
    const none = () => null;
    expect([turned("TRUE", () => "yes"), turned("Yes", none), turned("maybe", none)]).toEqual(["no", "no", undefined]);
    const rest = mappedText([
      ["-", ""],
      ["*", "yes"],
    ]);
    const asked = vi.fn(() => "no");
    expect([rest("2024-03-01", none), rest("-", asked)]).toEqual(["yes", ""]);
    expect(asked).not.toHaveBeenCalled();
    expect(rest("no", asked)).toBe("yes");
  });

  test("may hold any sign behind a backslash, and the header signs of its own", () => {
    expect(values("a=b{c}=tags{9\\:30\\, early:x=y}")).toEqual([["9:30, early", "x=y"]]);
    const odd: ValueMap = [["a:b,c}\\", "d}"]];
    expect(values(`A=tags${renderValueMap(odd)}`)).toEqual(odd);
  });

  test.each(["A=tags{}", "A=tags{Mr}", "A=tags{:x}", "A={a:b}"])("%s is refused", (text) => {
    expect(parseMappingOverride(text)).toMatchObject({ ok: false, refusal: { code: "mapping_invalid" } });
  });

  test("reads cells whatever their case, then what the field makes of them, then everything else", () => {
    const city = { key: "city", label: "City", type: "text", builtin: true } as const;
    const read = mappedReader(valueReader(city, settings), [
      ["nyc", "New York"],
      ["*", "elsewhere"],
    ]);
    expect(["NYC", " nyc ", "Rome"].map((cell) => read(cell))).toEqual(["New York", "New York", "elsewhere"]);
  });

  const cells = (field: Field, map: ValueMap) => {
    const read = mappedReader(valueReader(field, settings), map, cellSplitter(field, settings));
    return (...raws: readonly string[]) => raws.map((raw) => read(raw));
  };
  const TAGS: Field = { key: "tags", label: "Tags", type: "tags", builtin: true };

  test("reaches the values of a list; a cell that is named goes before them", () => {
    const tags = cells(TAGS, [
      ["vip", "VIP Client"],
      ["a, vip", "both"],
      ["x", ""],
      ["two", "one; other"],
    ]);
    expect(tags("VIP, new", "A,  vip", "x; new", "x", "two, x, three", "new, old")).toEqual([
      '["VIP Client","new"]',
      '["both"]',
      '["new"]',
      "",
      '["one","other","three"]',
      '["new","old"]',
    ]);
    expect(tags('"a, b", vip', '["vip","c; d"]')).toEqual(['["a, b","VIP Client"]', '["VIP Client","c; d"]']);
  });

  test("reaches the values of multiple choices, and what else stands in their cells with *", () => {
    const options = ["St. Louis", "Rome", "R, D"];
    const choice: Field = { key: "mc", label: "MC", type: "multiple_choice", builtin: false, options };
    expect(cells(choice, [["SL", "St. Louis"]])("SL, Rome", "sl; r,d", "Rome")).toEqual([
      '["St. Louis","Rome"]',
      '["St. Louis","R, D"]',
      '["Rome"]',
    ]);
    const rest: ValueMap = [
      ["SL", "St. Louis"],
      ["*", "Rome"],
    ];
    expect(cells(choice, rest)("SL, Paris", "Paris")).toEqual(['["St. Louis","Rome"]', '["Rome"]']);
  });

  test("stays with a saved mapping", () => {
    const map: ValueMap = [["VIP", "option 3"]];
    const saved = propose(["Plan"], [], { overrides: [{ column: "Plan", target: "tags", values: map }] });
    expect(saved[0]).toMatchObject({ target: { to: "field", field: "tags" }, values: map, foundBy: "person" });
    const again = propose(["plan "], [["VIP"]], { saved });
    expect(again[0]).toMatchObject({ target: { to: "field", field: "tags" }, values: map, foundBy: "saved" });
  });
});

describe("C-D8: a constant", () => {
  const resolve = (text: string, saved: { field: string; text: string }[] = []) => {
    const request = parseConstant(text);
    return resolveConstants(request === null ? [] : [request], saved, { fields: BUILTIN_FIELDS, settings });
  };

  test("is a text in quotes in place of a header", () => {
    expect(parseConstant('"Acme, Inc."=company')).toEqual({ text: "Acme, Inc.", target: "company" });
    expect(parseConstant("Company=account_name")).toBeNull();
    expect(resolve('"Acme"=company')).toEqual({ ok: true, value: [{ field: "account_name", text: "Acme" }] });
  });

  test("goes before the one that was saved", () => {
    const saved = [
      { field: "city", text: "Rome" },
      { field: "tags", text: "vip" },
    ];
    expect(resolve('"Oslo"=city', saved)).toMatchObject({ value: [{ field: "city", text: "Oslo" }, saved[1]] });
  });

  test.each(['"n/a@"=email', '"con_0123456789"=id', '"x"=nothing'])("%s is refused", (text) => {
    expect(resolve(text).ok).toBe(false);
  });
});
