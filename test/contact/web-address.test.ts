/** Web addresses and LinkedIn profiles: one spelling for one page, and nothing that runs. */
import { expect, test } from "vitest";
import { normaliseDomain } from "../../src/core/contact/types/domain.ts";
import { expectCells, expectRefused } from "./cell-table.ts";

test("a scheme is added, scheme and host are lower-cased, the rest stays as typed", () => {
  expectCells("url", [
    ["example.com", "https://example.com"],
    ["www.example.com/About?q=A#F", "https://www.example.com/About?q=A#F"],
    ["HTTP://Example.COM/", "http://example.com"],
    ["https://example.com/a/", "https://example.com/a/"],
    ["//example.com/a", "https://example.com/a"],
    ["http:/example.com", "http://example.com"],
    ["example.com:8080/a", "https://example.com:8080/a"],
    ["example.com?a=b", "https://example.com?a=b"],
    ["example.com.", "https://example.com"],
    [" https://example.com\u00a0", "https://example.com"],
    ["http://127.0.0.1/a", "http://127.0.0.1/a"],
    ["http://my_shop.example.com", "http://my_shop.example.com"],
    ["https://xn--mnchen-3ya.de", "https://xn--mnchen-3ya.de"],
    ["https://MÜNCHEN.de/Straße", "https://münchen.de/Straße"],
    ["https://例え.jp/パス", "https://例え.jp/パス"],
    ["https://fa.wikipedia.org/wiki/می\u200cخواهم", "https://fa.wikipedia.org/wiki/می\u200cخواهم"],
    ["https://x.com/a(b)'c", "https://x.com/a(b)'c"],
    ["", ""],
    [" \u200b", ""],
  ]);
});

test("other schemes, credentials and what is no address are refused", () => {
  expectRefused("url", "url_invalid", [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "vbscript:x",
    "data:text/html,<script>",
    "file:///etc/passwd",
    "ftp://example.com",
    "mailto:ann@example.com",
    "https://ann:secret@example.com",
    "https://example.com@evil.com",
    "ann@example.com",
    "https://https://example.com",
    "htp://example.com",
    "http://localhost",
    "http://example.com:99999",
    "https://exa mple.com",
    "https://example.com/a b",
    "https://example.com/<b>",
    'https://example.com/"',
    "https://example.com\\evil",
    "https://example.com/\u202egnp.exe",
    "https://example.com/a\u0000b",
    "https://-x.com",
    "https://x..com",
    "https://",
    "1.5",
    "example",
    "n/a",
    "-",
    `https://example.com/${"a".repeat(2100)}`,
  ]);
});

test("C-H1: one LinkedIn profile has one address, however it was copied", () => {
  const ann = "https://www.linkedin.com/in/ann-smith";
  expectCells(
    "linkedin_url",
    [
      ann,
      "http://linkedin.com/in/ann-smith",
      "linkedin.com/in/ann-smith/",
      "www.linkedin.com/in/Ann-Smith",
      "HTTPS://WWW.LINKEDIN.COM/IN/ANN-SMITH",
      "https://uk.linkedin.com/in/ann-smith",
      "https://zh-cn.linkedin.com/in/ann-smith",
      "https://m.linkedin.com/in/ann-smith",
      "https://www.linkedin.com/mwlite/in/ann-smith",
      "https://www.linkedin.com/comm/in/ann-smith",
      "https://www.linkedin.com:443/in/ann-smith",
      "https://www.linkedin.com//in//ann-smith//",
      "https://www.linkedin.com/in/ann-smith?trk=people&x=/in/bob",
      "https://www.linkedin.com/in/ann-smith/details/experience/#top",
      "https://www.linkedin.com/in/ann-smith/en",
      "https://www.linkedin.com/in/ann%2Dsmith",
      "//linkedin.com/in/ann-smith",
      "in/ann-smith",
      " /in/ann-smith\u200b",
    ].map((cell) => [cell, ann] as const),
  );
});

test("C-H1: letters of any script, encoded or not, and old public addresses", () => {
  expectCells("linkedin_url", [
    ["https://www.linkedin.com/in/jos%C3%A9-núñez", "https://www.linkedin.com/in/jos%C3%A9-n%C3%BA%C3%B1ez"],
    ["https://www.linkedin.com/in/JOSE%CC%81", "https://www.linkedin.com/in/jos%C3%A9"],
    ["linkedin.com/in/李小龙", "https://www.linkedin.com/in/%E6%9D%8E%E5%B0%8F%E9%BE%99"],
    ["https://uk.linkedin.com/pub/Ann-Smith/1/2A/3b4/en", "https://www.linkedin.com/pub/ann-smith/1/2a/3b4"],
    ["https://www.linkedin.com/in/ann💡", "https://www.linkedin.com/in/ann%F0%9F%92%A1"],
    ["", ""],
  ]);
});

test("companies, other sites and other pages are no profile", () => {
  expectRefused("linkedin_url", "linkedin_url_invalid", [
    "https://www.linkedin.com/company/acme",
    "https://www.linkedin.com/school/acme",
    "https://www.linkedin.com/groups/1",
    "https://www.linkedin.com/sales/people/ACwAA,NAME",
    "https://www.linkedin.com/in/",
    "https://www.linkedin.com/",
    "https://linkedin.com.evil.com/in/ann",
    "https://evil.com/linkedin.com/in/ann",
    "https://notlinkedin.com/in/ann",
    "https://ann@evil.com/in/ann",
    "https://lnkd.in/abc",
    "javascript:linkedin.com/in/ann",
    "https://www.linkedin.com/in/%zz",
    "https://www.linkedin.com/in/%00ann",
    "https://www.linkedin.com/in/ann%20smith",
    "https://www.linkedin.com/in/ann%2F..%2Fbob",
    "https://www.linkedin.com/in/%3Cscript%3E",
    "https://www.linkedin.com/in/ann\ufffd",
    "linkedin.com/in/a b",
    "ann-smith",
    "ann@example.com",
  ]);
});

test.each([
  ["acme.example", "acme.example"],
  ["WWW.Acme.Example", "acme.example"],
  ["https://www.acme.example/", "acme.example"],
  ["http://acme.example.", "acme.example"],
  [" müller.example ", "müller.example"],
  ["https://acme.example/de", "https://acme.example/de"],
  ["acme.example:8080", "acme.example:8080"],
  ["ann@acme.example", "ann@acme.example"],
  ["Acme", "Acme"],
  ["http://", "http://"],
  ["", ""],
])("a domain is one, and nothing that a cell says besides is lost: %j", (cell, domain) => {
  expect(normaliseDomain(cell)).toBe(domain);
});
