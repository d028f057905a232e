/** C-E2: a number is read with the calling code that stands in a column beside it, which stays with the contact. */
import { expect, test } from "vitest";
import { testWorkspace } from "../support/workspace.ts";

test("each row's number is read by its own code, before the country where the person lives", async () => {
  const workspace = await testWorkspace();
  try {
    const record = await workspace.import(
      "Email,Country,Country Code,Phone\na@x.co,Germany,+49,0151 23456789\nb@x.co,Germany,0033,06 12 34 56 78\nc@x.co,Germany,,0151 23456780\nd@x.co,Germany,44,+1 415 555 0100\n",
    );
    expect((await workspace.lines(record)).map(({ outcome }) => outcome)).toEqual(Array(4).fill("created"));
    const contacts = await workspace.contacts();
    expect(contacts.map(({ values }) => [values.get("phone"), values.get("kept:Country Code") ?? ""])).toEqual([
      ["+4915123456789", "+49"],
      ["+33612345678", "0033"],
      ["+4915123456780", ""],
      ["+14155550100", "44"],
    ]);
  } finally {
    await workspace.close();
  }
});
