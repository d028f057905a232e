/** Files of customers, and of contacts with their opportunities, for the crash tests: a later edition has renamed, moved and closed. */
import { writeFileSync } from "node:fs";
import { csvLine } from "../../src/core/tabular/rows/csv-line.ts";

export const PIPELINES = `pipeline_name,is_default,stage_name,is_closed_won,is_closed_lost
Sales,yes,New,,
Sales,yes,Offer,,
Sales,yes,Won,yes,
Sales,yes,Lost,,yes
Partners,,Lead,,
Partners,,Signed,yes,
`;

/** Deals are of several contacts, contacts are of several deals, and both are of few customers. */
const DEALS_PER_CONTACT = 3;
const CONTACTS_PER_CUSTOMER = 20;

const isChanged = (number: number, edition: number): boolean => edition > 0 && number % 3 === 0;

function write(path: string, rows: readonly (readonly string[])[]): void {
  writeFileSync(path, `${rows.map((row) => csvLine(row)).join("\n")}\n`);
}

export function writeCustomers(path: string, { count, edition }: { readonly count: number; readonly edition: number }) {
  const rows = Array.from({ length: count }, (_, at) => {
    const renamed = isChanged(at, edition) ? ` of ${edition}` : "";
    // Some have no id, so that their name is what they are found by.
    const id = at % 7 === 1 ? "" : `A-${at}`;
    return [
      id,
      `Customer ${at}${renamed}`,
      at % 2 === 0 ? `customer${at}.example` : "",
      at % 5 === 0 ? "x@y.test" : "",
    ];
  });
  write(path, [["Account ID", "Account name", "Account domain", "Account managers"], ...rows]);
}

const HEADER = [
  ...["Email", "Last name", "Phone", "Tags", "Account ID", "Account name", "Position", "Main contact"],
  ...["Opportunity external ID", "Opportunity name", "Pipeline", "Stage", "Value", "Status"],
];

function deal(number: number, edition: number): readonly string[] {
  const changed = isChanged(number, edition);
  const contact = Math.floor(number / DEALS_PER_CONTACT);
  const customer = Math.floor(contact / CONTACTS_PER_CUSTOMER);
  const isPartner = contact % 4 === 0;
  return [
    contact % 61 === 7 ? "no address" : `buyer${contact}@example.com`,
    isChanged(contact, edition) ? `Renamed ${edition}` : `Buyer ${contact}`,
    `+1415${2_000_000 + contact}`,
    changed ? "moved" : "fair",
    customer % 7 === 1 ? "" : `A-${changed && number % 6 === 0 ? customer + 1 : customer}`,
    `Customer ${customer}`,
    "Buyer",
    contact % CONTACTS_PER_CUSTOMER === edition ? "1" : "",
    number % 13 === 0 ? "" : `D-${number}`,
    `Deal ${number}`,
    number % 53 === 0 ? "Nowhere" : isPartner ? "Partners" : "Sales",
    isPartner ? (changed ? "Signed" : "Lead") : changed ? "Won" : "Offer",
    number % 47 === 0 ? "much" : String(100 + number),
    changed ? "won" : "open",
  ];
}

export function writeDeals(path: string, { count, edition }: { readonly count: number; readonly edition: number }) {
  const rows = Array.from({ length: count }, (_, at) => deal(at, edition));
  write(path, [HEADER, ...rows, ...rows.filter((_, at) => at % 71 === 0)]);
}
