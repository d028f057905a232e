/** The example file of each preset, imported as its reference page says, line by line. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ImportRequest } from "../../src/app/import/preparing/import-request.ts";
import type { PresetId } from "../../src/core/policy/preset.ts";
import { counts, people, set, told, workspaces } from "./story.ts";

const open = workspaces({});

type Example = {
  readonly preset: PresetId;
  /** What the page asks for besides the file. */
  readonly request: Partial<ImportRequest>;
  readonly fields: readonly string[];
  readonly ledger: readonly string[];
  readonly people: readonly string[];
  /** What the same file does a second time. */
  readonly again: string;
};

const EXAMPLES: readonly Example[] = [
  {
    preset: "receivables",
    request: set("enabled=yes"),
    ledger: [
      "2 skipped: in_file_duplicate (line 15)",
      "3 created: main_contact_repeated (line 9)",
      "4 created",
      "5 created",
      "6 created",
      "7 created",
      "9 created",
      "10 created: phone_unreadable (Phone number)",
      "11 failed: email_invalid (Contact email address)",
      "12 failed: required_fields_missing (account_id)",
      "13 failed: account_mismatch",
      "14 created",
      "15 created",
    ],
    fields: ["account_name", "account_id", "email", "first_name", "last_name", "phone", "position", "main_contact"],
    people: [
      "Harbor Robotics GmbH | C-1017 | S.Okafor@harbor-robotics.example | Samuel | Okafor | +14155550124 | CFO | -",
      "Atlas Paper; Packaging & Co | C-1018 | rosa.lima@atlas-paper.example | Rosa | Lima | +33142685301 | Comptabilité fournisseurs | yes",
      "Atlas Paper; Packaging & Co | C-1018 | accounting@atlas-paper.example | - | - | - | - | -",
      "Blue Fjord AS | 0042 | ingrid@bluefjord.example | Ingrid | Sørensen | +4722123456 | Accounts Payable | -",
      "Blue Fjord AS | 0042 | lars@bluefjord.example | Lars | Dahl | - | Sales | yes",
      "Harbor Robotics GmbH | C-1017 | m.chen@harbor-robotics.example | Mei | Chen | +14155550130 | Treasury | yes",
      "Café Lumière SARL | C-1019 | compta@cafe-lumiere.example | Élodie | Dubois | - | Accounts Payable | yes",
      "Nimbus Cloud Inc. | C-1021 | rosa.lima@atlas-paper.example | Rosa | Lima | +33142685301 | External accountant | yes",
      "Harbor Robotics GmbH | C-1017 | TINA.REYES@harbor-robotics.example | Tina | Reyes-Morgan | +14155550199 | Head of Accounts Payable | -",
    ],
    again: "9 unchanged, 1 skipped, 3 failed",
  },
  {
    preset: "simple-crm",
    request: {},
    ledger: [
      "2 skipped: in_file_duplicate (line 7)",
      "3 created",
      "4 created",
      "5 skipped: in_file_duplicate (line 8)",
      "7 created",
      "8 created",
      "9 failed: email_invalid (E-Mail)",
      "10 created: phone_unreadable (phone)",
      "11 created",
    ],
    fields: ["full_name", "email", "phone", "account_name", "job_title", "tags", "external_id"],
    people: [
      "Jonas Berg | JONAS.BERG@fjell.example | +4722123456 | Fjell Outdoor | Store manager | newsletter | A-1002",
      "- | lucia@gomez-hijos.example | +34912345678 | Gómez, Hijos y Cía | Owner | - | A-1003",
      "Maya Patel-Shah | MAYA.PATEL@northwind.example | - | Northwind Traders | Senior buyer | renewal | -",
      "Priya R. | priya@raman-textiles.example | +919876543210 | Raman Textiles | Managing partner | - | A-1004",
      'Anne "Annie" Clark | annie@clark.example | - | Clark Design | Designer | vip, press | A-1007',
      "Front Desk | office@clark.example | +14155550188 | Clark Design | - | - | -",
    ],
    again: "6 unchanged, 2 skipped, 1 failed",
  },
  {
    preset: "agency-crm",
    request: { disclaimerAccepted: true, ...set("unmappedAccepted=yes") },
    ledger: [
      "2 created",
      "3 created",
      "4 created",
      "5 created: date_unreadable (Birthday)",
      "6 failed: email_invalid (Email); date_unreadable (Birthday)",
      "7 failed: duplicate_email (line 8)",
      "8 failed: duplicate_email (line 7)",
      "9 failed: required_fields_missing (one of full_name and email and phone)",
      "10 created",
    ],
    fields: ["first_name", "email", "additional_emails", "phone", "additional_phones", "tags", "birthday"],
    people: [
      "Adam | adam.smith@brightside.example | adam@home.example, a.smith@brightside.example | +14155550101 | +14155550111, +14155550112 | Blue, Yellow | 1985-10-28",
      "David | david.lee@brightside.example | - | +14155550102 | - | Green, Blue | 1990-03-04",
      "Ana | - | - | +14155550103 | - | Yellow, Green | 1988-09-08",
      "Bea | bea.novak@novak.example | - | +14155550104 | - | - | -",
      "Eli | eli.ford@ford.example | - | +14155550107 | - | St Louis | 1970-09-09",
    ],
    again: "5 unchanged, 4 failed",
  },
  {
    preset: "prospecting",
    request: { mode: "create", ...set("onMatch=skip") },
    ledger: [
      "2 skipped: in_file_duplicate (line 7)",
      "3 created",
      "4 created",
      "5 created",
      "6 failed: required_fields_missing (one of linkedin_url and account_domain)",
      "7 created",
      "8 failed: required_fields_missing (one of linkedin_url and last_name)",
      "9 created: linkedin_url_invalid (Contact LinkedIn URL); phone_unreadable (Phone); number_unreadable (Phone Intent Score)",
    ],
    fields: [
      "linkedin_url",
      "account_name",
      "account_domain",
      "first_name",
      "last_name",
      "email",
      "phone",
      "kept:Event",
    ],
    people: [
      "https://www.linkedin.com/in/noah-adeyemi-example | - | - | - | - | - | - | SaaS Fair",
      "- | Quill & Ink | https://www.quill-ink.example/about | Iris | Moreau | iris.moreau@quill-ink.example | +33142685344 | SaaS Fair",
      "- | Quill & Ink | quill-ink.example | Théo | Moreau | - | - | SaaS Fair",
      "https://www.linkedin.com/in/grace-hopkins-example | Vertex Analytics | vertex.example | Grace | Hopkins | g.hopkins@vertex.example | - | Own list",
      "- | Delta Wave | deltawave.example | Ravi | Iyer | ravi@deltawave.example | - | Own list",
    ],
    again: "6 skipped, 2 failed",
  },
];

describe("the example file of", () => {
  test.for(EXAMPLES)(
    "$preset comes out as its page says, planned and run, and again writes nothing (C-P2, C-X3)",
    async (it) => {
      const workspace = await open({ preset: it.preset });
      const file = readFileSync(new URL(`../../examples/${it.preset}.csv`, import.meta.url));
      const planned = await workspace.plan(file, it.request);
      const record = await workspace.import(file, it.request);
      expect(planned.planned).toEqual(record.progress?.tally);
      expect(await told(workspace, record)).toEqual(it.ledger);
      expect(await people(workspace, ...it.fields)).toEqual(it.people);
      expect(counts(await workspace.import(file, it.request))).toBe(it.again);
    },
  );
});
