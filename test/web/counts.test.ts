/** What the pages call what an import's numbers count. */
import { expect, test } from "vitest";
import { NO_OUTCOMES } from "../../src/core/plan/outcome.ts";
import { countedAs } from "../../web/import/counted-as.ts";
import { importRun as german } from "../../web/words/de/import-run.ts";
import { importCheck } from "../../web/words/en/import-check.ts";
import { importRun } from "../../web/words/en/import-run.ts";

test.each([
  { created: 3, updated: 0, object: "contacts", says: "Import 3 contacts" },
  { created: 0, updated: 1, object: "accounts", says: "Import 1 account" },
  { created: 4, updated: 1, object: "contacts", says: "Import 5 lines" },
  { created: 0, updated: 2, object: "contacts", says: "Import 2 lines" },
])("$created created and $updated updated: $says", ({ created, updated, object, says }) => {
  const written = created + updated;
  expect(importCheck.go(written, `${written}`, countedAs({ ...NO_OUTCOMES, created, updated }, object))).toBe(says);
});

test("lines of which several are about one contact are not called contacts", () => {
  const made = importRun.made(6, "6", "contacts");
  expect(importRun.ended(7, "7", { object: "lines", made })).toBe("Done: 7 lines imported, 6 contacts created");
  expect(german.ended(7, "7", { object: "lines", made: german.made(6, "6", "contacts") })).toBe(
    "Fertig: 7 Zeilen importiert, 6 Kontakte angelegt",
  );
});
