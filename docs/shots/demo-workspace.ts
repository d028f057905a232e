/** A workspace as it looks after some weeks of work: people, imports of every outcome, accounts, deals, settings. Seeded. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));

const STAGES = ["Qualified", "Proposal", "Negotiation", "Won", "Lost"];

const PIPELINES = [
  "pipeline_name,is_default,stage_name,position,is_closed_won,is_closed_lost",
  ...STAGES.map(
    (stage, at) => `Sales,yes,${stage},${at + 1},${stage === "Won" ? "yes" : "no"},${stage === "Lost" ? "yes" : "no"}`,
  ),
];

/** Name, address, company, deal, stage, value, day. */
const DEALS = [
  [
    "Helen Marsh",
    "helen.marsh@brightwater.example",
    "Brightwater Logistics",
    "Fleet rollout, phase 2",
    "Negotiation",
    "48500",
    "2027-01-15",
  ],
  [
    "Omar Haddad",
    "omar.haddad@cedarline.example",
    "Cedarline Foods",
    "Annual licence",
    "Proposal",
    "12400.50",
    "2026-12-18",
  ],
  [
    "Ines Carvalho",
    "ines.carvalho@portobay.example",
    "Porto Bay Hotels",
    "Guest data migration",
    "Qualified",
    "7800",
    "2027-02-01",
  ],
  [
    "Viktor Lang",
    "viktor.lang@stahlwerk.example",
    "Stahlwerk Lang GmbH",
    "Support renewal 2027",
    "Won",
    "22000",
    "2026-11-05",
  ],
  ["Priya Raman", "priya.raman@lumen.example", "Lumen Health", "Pilot, two clinics", "Proposal", "15900", "2026-12-20"],
  [
    "Jack Moreau",
    "jack.moreau@vertou.example",
    "Vertou Imports",
    "Onboarding package",
    "Qualified",
    "3200",
    "2027-01-22",
  ],
  [
    "Sofia Lindqvist",
    "sofia.lindqvist@norrsken.example",
    "Norrsken Energi",
    "Field app, 120 seats",
    "Negotiation",
    "36400",
    "2027-01-09",
  ],
  [
    "Daniel Okoye",
    "daniel.okoye@harborlight.example",
    "Harborlight Insurance",
    "Claims intake",
    "Lost",
    "18000",
    "2026-10-28",
  ],
  ["Mei Tanaka", "mei.tanaka@kawabata.example", "Kawabata Trading", "Reporting add-on", "Won", "5400", "2026-11-12"],
  [
    "Lucas Ferreira",
    "lucas.ferreira@atlantico.example",
    "Atlântico Seguros",
    "Broker portal",
    "Qualified",
    "27500",
    "2027-03-03",
  ],
  ["Emma Doyle", "emma.doyle@kilbride.example", "Kilbride & Doyle", "Data clean-up", "Proposal", "4100", "2026-12-12"],
  [
    "Noah Becker",
    "noah.becker@rheintal.example",
    "Rheintal Medizin AG",
    "Second site",
    "Qualified",
    "19800",
    "2027-02-14",
  ],
];

const UPDATE = [
  "E-Mail;Job Title;City",
  "helen.marsh@brightwater.example;Chief Operating Officer;Portland",
  "omar.haddad@cedarline.example;Head of Purchasing;Dearborn",
  "viktor.lang@stahlwerk.example;Managing Director;Essen",
  "priya.raman@lumen.example;VP Operations;Boston",
];

/** The same people by other addresses. */
const AGAIN = [
  "Full name,Email,Phone,Company",
  "Helen Marsh,hmarsh@homemail.example,+1 503 555 0299,Brightwater Logistics",
  "Helen Marsch,helen@brightwater.example,+1 503 555 0299,Brightwater Logistics",
  "Priya Raman,p.raman@lumen.example,,Lumen Health",
  "Emma Doyle,emma@kilbride.example,,Kilbride & Doyle",
];

/** Some of it is as people type it. */
const FAIR = [
  "Name,E-mail,Mobile,Company,Position,City,Interested in,Met on",
  "Rosa Delgado,rosa.delgado@tierraverde.example,(415) 555-0281,Tierra Verde,Buyer,Oakland,Starter,14/11/2026",
  "Henrik Solberg,henrik@fjordtech.example,+47 22 12 34 70,Fjordtech AS,CTO,Oslo,Enterprise,14/11/2026",
  "Amelia Grant,amelia.grant@,(212) 555-0244,Grant & Howe,Partner,New York,Team,14/11/2026",
  "Helen Marsh,helen.marsh@brightwater.example,(503) 555-0212,Brightwater Logistics,COO,Portland,Enterprise,15/11/2026",
  "Tariq Aziz,tariq.aziz@crescent.example,555-01,Crescent Textiles,Operations,Leicester,Team,15/11/2026",
  "Clara Weiss,clara.weiss@donau.example,+43 1 5550133,Donau Druck,Geschäftsführerin,Wien,Starter,15/11/2026",
  "Ben Whitaker,ben.whitaker@oakridge.example,(617) 555-0290,Oakridge School,Bursar,Boston,Team,31/11/2026",
  "Yuki Mori,yuki.mori@kawabata.example,+81 3 5550 1234,Kawabata Trading,Analyst,Tokyo,Enterprise,15/11/2026",
  "Rosa Delgado,rosa.delgado@tierraverde.example,(415) 555-0281,Tierra Verde,Head Buyer,Oakland,Team,15/11/2026",
  "Paolo Conti,paolo.conti@contievini.example,+39 06 5550 1199,Conti e Vini,Titolare,Roma,Starter,15/11/2026",
  "Grace Adeyemi,grace.adeyemi@lagosmart.example,+234 1 555 0107,Lagos Smart,Founder,Lagos,Enterprise,16/11/2026",
  "Peter Nowak,peter.nowak@wisla.example,+48 22 555 01 16,Wisła Logistics,Manager,Gdańsk,Team,16/11/2026",
];

/** As it is seen while it waits to be started. */
export const FAIR_FILE = { name: "autumn-fair.csv", text: `${FAIR.join("\n")}\n` };

type Muster = (...args: readonly string[]) => Promise<string>;

export async function fillWorkspace(muster: Muster, data: string): Promise<void> {
  const give = async (name: string, lines: readonly string[], ...options: readonly string[]): Promise<void> => {
    const file = join(data, name);
    writeFileSync(file, `${lines.join("\n")}\n`);
    await muster("import", file, "--yes", "--quiet", ...options);
  };
  const quoted = DEALS.map((deal) => deal.map((cell) => `"${cell}"`).join(","));
  await muster("members", "add", "mia.chen@northwind.example", "--name", "Mia Chen", "--role", "editor");
  await muster("members", "add", "tom.weber@northwind.example", "--name", "Tom Weber", "--role", "viewer");
  await muster("members", "add", "sales@example.com", "--name", "Sales team", "--role", "editor");
  const mia = ["--as", "mia.chen@northwind.example"];
  await give("pipelines.csv", PIPELINES, "--object", "pipelines");
  await muster(
    "import",
    `${EXAMPLES}contacts.csv`,
    "--yes",
    "--quiet",
    "--save-mapping",
    "Customer list",
    "--tag",
    "customer",
  );
  const deals = ["Full name,Email,Company,Opportunity name,Stage,Value,Close date", ...quoted];
  await give("deals-november.csv", deals, "--object", "contacts,opportunities", ...mia);
  await muster(
    "import",
    `${EXAMPLES}hubspot-contacts.csv`,
    "--yes",
    "--quiet",
    "--save-mapping",
    "HubSpot export",
    ...mia,
  );
  await muster("import", `${EXAMPLES}mailchimp-audience.csv`, "--yes", "--quiet", "--tag", "newsletter");
  await muster("undo", "latest", "--yes");
  await give("newsletter-signups.csv", AGAIN, "--set", "match=email");
  await give("titles.csv", UPDATE, "--mode", "update", ...mia);
  await muster(
    "fields",
    "add",
    "renewal_plan",
    "--label",
    "Renewal plan",
    "--type",
    "single_choice",
    "--option",
    "Starter",
    "--option",
    "Team",
    "--option",
    "Enterprise",
  );
  await muster("sources", "add", "Our ERP", "--kind", "api");
  await muster("workflows", "add", `${EXAMPLES}welcome.workflow.json`);
  await muster("keys", "create", "Nightly sync", "--scope", "import");
  await muster("policy", "set", "createFieldsInImport", "no");
}
