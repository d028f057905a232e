/** Dates with years of two digits: what their form allows, and what a birthday tells. */
import { describe, expect, test } from "vitest";
import { birthDate, fits, SHORT_ORDERS, shortDate } from "../../src/core/contact/types/short-date.ts";

test.each([
  ["13/02/85", ["DMY"]],
  ["2/13/85", ["MDY"]],
  ["85-02-13", ["YMD"]],
  ["03.04.85", ["DMY", "MDY"]],
  ["13/02/04", ["DMY", "YMD"]],
  ["03/04/05", ["DMY", "MDY", "YMD"]],
  ["01/01/00", ["DMY", "MDY"]],
  ["13-Feb-85", ["DMY", "MDY", "YMD"]],
  ["13 Februar 85", ["DMY", "MDY", "YMD"]],
])("%s can be %j", (text, orders) => {
  const date = shortDate(text);
  expect(date && SHORT_ORDERS.filter((order) => fits(date, order))).toEqual(orders);
});

test.each(["1.2.3", "1/2/1985", "32/13/85", "13/02-85", "31/02/85 x", "85", "1-800-55", "00/00/00", "13 Foo 85"])(
  "%s is none",
  (text) => {
    expect(shortDate(text)).toBeNull();
  },
);

describe("of a birthday, the century is the one in which somebody can be alive and born", () => {
  test.each([
    ["13/02/85", 2026, 1985],
    ["13/02/27", 2026, 1927],
    ["13/02/15", 2026, 2015],
    ["13/02/00", 2026, 2000],
    ["13/02/26", 2026, null],
    ["13/02/20", 2026, null],
    ["13/02/16", 2026, null],
    ["13/02/99", 2101, 2099],
    ["30/02/85", 2026, null],
  ])("%s in %i", (text, latest, year) => {
    const date = shortDate(text);
    expect((date && birthDate(date, { order: "DMY", latest }))?.year ?? null).toBe(year);
  });
});
