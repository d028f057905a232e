/** Random contents, files and policies out of a small pool, so that rows keep meeting the same people. */
import fc from "fast-check";
import { encodeId } from "../../src/core/public-id.ts";
import { csvLine } from "../../src/core/tabular/rows/csv-line.ts";
import type { Upload } from "./world.ts";

/** The key that the test workspaces are made with (`random` of their ports). */
const ID_KEY = 0x5eed;
const contactId = (number: number): string => encodeId("con", ID_KEY, number);

/** What cells of a column hold; an empty string comes often. */
export const CELLS: Readonly<Record<string, readonly string[]>> = {
  id: ["", "", "", contactId(1), contactId(2), contactId(3), contactId(99), "con_nothing"],
  external_id: ["", "A-1", "a-1", "A-2", "A-3"],
  email: ["", "ann@example.com", "ANN@Example.com", "bob@example.com", "cy@example.com", "no-address"],
  additional_emails: ["", "bob@example.com", "ann@example.com, dan@example.com", "<clear>"],
  phone: ["", "+14155550100", "(415) 555-0100", "+14155550101", "+14155550102", "12"],
  phone_type: ["", "", "mobile", "landline", "<clear>"],
  additional_phones: ["", "+14155550101", "+14155550100,+14155550102"],
  mobile: ["", "+14155550101", "+14155550103", "n/a"],
  private_email: ["", "bob@example.com", "eve@example.com", "-"],
  linkedin_url: ["", "https://www.linkedin.com/in/ann", "linkedin.com/in/bob/"],
  full_name: ["", "Ann Lee", "Bob", "Cy ünal", "<clear>"],
  first_name: ["", "Ann", "Bob"],
  last_name: ["", "Lee", "Li"],
  account_id: ["", "", "A-1", "A-2"],
  account_name: ["", "Acme", "ACME", "Bolt"],
  main_contact: ["", "1", "0"],
  account_domain: ["", "acme.test", "bolt.test"],
  job_title: ["", "Boss", 'The "boss", really', "Line\nbreak", "<clear>"],
  tags: ["", "vip", "VIP, new", "old; new"],
  owner: ["", "eve@example.com", "Eve Adams"],
  do_not_touch: ["", "yes", "no"],
  birthday: ["", "2001-02-03", "1999-12-31", "31/31/2000"],
  keep: ["", "42", "__proto__", "=1+1"],
};

const HEADERS: ReadonlyMap<string, string> = new Map([
  ["keep", "Shoe size"],
  ["mobile", "Mobile"],
  ["private_email", "Private email"],
]);
const headerOf = (field: string): string => HEADERS.get(field) ?? field;
/** Second columns of a field go to the list beside it. */
const SECONDS: ReadonlyMap<string, string> = new Map([
  ["mobile", "additional_phones"],
  ["private_email", "additional_emails"],
]);

const IDENTITIES = ["email", "phone", "external_id", "id"];
/** A first column that may say who is meant, and a few others. */
const columns = fc
  .tuple(fc.constantFrom(...IDENTITIES), fc.subarray(Object.keys(CELLS), { maxLength: 7 }))
  .map(([first, others]) => [first, ...others.filter((field) => field !== first)]);

/** A header, a row that is not blank, and rows of which a few are ragged or blank. */
const file = columns.chain((fields) => {
  const row = fc.tuple(...fields.map((field) => fc.constantFrom(...(CELLS[field] ?? [""]))));
  const line = fc.oneof(
    { weight: 12, arbitrary: row.map((cells) => csvLine(cells)) },
    { weight: 1, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.constant(csvLine([...fields, "one", "two", "many"])) },
  );
  return fc
    .tuple(
      row.filter((cells) => cells.some((cell) => cell !== "")),
      fc.array(line, { minLength: 1, maxLength: 9 }),
      fc.constantFrom("\n", "\r\n"),
    )
    .map(([first, lines, newline]) => ({
      fields,
      text: [csvLine(fields.map(headerOf)), csvLine(first), ...lines].join(newline) + newline,
    }));
});

const MATCHES = [
  "id, external_id, email, phone",
  "email, phone",
  "email",
  "phone, email",
  "id",
  "account_email",
  "linkedin_url, account_name",
  "external_id, linkedin_url, email",
  "name",
  "email, name",
];

/** Policy keys as they would be said for one import. */
const policy = fc.record({
  match: fc.constantFrom(...MATCHES),
  onMatch: fc.constantFrom("update", "update", "skip", "duplicate", "fail"),
  onNoMatch: fc.constantFrom("skip", "fail"),
  inFile: fc.constantFrom("merge", "merge", "last", "first", "fail", "both"),
  emptyCells: fc.constantFrom("keep", "clear"),
  tags: fc.constantFrom("merge", "replace"),
  unknownColumns: fc.constantFrom("keep", "ignore"),
  overrideOwners: fc.constantFrom("yes", "no"),
  createTags: fc.constantFrom("yes", "yes", "no"),
  lowerOptOuts: fc.constantFrom("yes", "no"),
});

const upload = fc
  .record({
    file,
    policy,
    mode: fc.constantFrom("both", "both", "create", "update"),
    tags: fc.constantFrom([], [], ["batch"]),
    owner: fc.constantFrom(null, "zed@x.test"),
    doNotTouch: fc.constantFrom(false, false, true),
  })
  .map(({ file: { fields, text }, ...said }) => ({ text, fields, ...said }));

export type SaidUpload = typeof upload extends fc.Arbitrary<infer Said> ? Said : never;

/** What somebody says of a contact by hand; null = to be empty. */
export const saidByHand = fc
  .subarray(
    Object.keys(CELLS).filter((field) => field !== "id" && !HEADERS.has(field)),
    { minLength: 1, maxLength: 6 },
  )
  .chain((fields) =>
    fc.record(Object.fromEntries(fields.map((field) => [field, fc.constantFrom(...(CELLS[field] ?? [""]))]))),
  )
  .map((said) => new Map(Object.entries(said).map(([field, text]) => [field, text === "<clear>" ? null : text])));

export const anyUpload = upload;

/** What the workspace already holds, and the import that is looked at. */
export const story = fc.record({ before: fc.array(upload, { maxLength: 2 }), upload });

export function asUpload({ text, fields, policy, mode, tags, owner, doNotTouch }: SaidUpload): Upload {
  return {
    text,
    request: {
      mode: mode as "both" | "create" | "update",
      tags,
      owner,
      doNotTouch,
      country: "US",
      dialect: { delimiter: ",", header: true, encoding: "utf-8" },
      map: fields.map((field, at) => `#${at + 1}=${SECONDS.get(field) ?? field}`),
      set: new Map(Object.entries(policy)),
    },
  };
}
