/**
 * Makes the contacts file that every benchmark reads: ten columns, seeded, so that two runs on two machines read the same
 * bytes. Email, phone and external id are unique in the file; the phones are numbers that libphonenumber accepts.
 * It never keeps more than one block of rows in memory.
 */
import { closeSync, openSync, writeSync } from "node:fs";

const CONTACTS_HEADER = [
  "email",
  "first_name",
  "last_name",
  "phone",
  "company",
  "title",
  "tags",
  "external_id",
  "birthday",
  "city",
] as const;

const ACCOUNT_COLUMNS = ["client_id", "main_contact"] as const;
const DEAL_COLUMNS = ["opportunity external id", "opportunity name", "pipeline", "stage", "value", "status"] as const;

/** The file of pipelines that lines about opportunities need. */
export const PIPELINES = "pipeline_name,stage_name\nSales,New\nSales,Offer\nSales,Contract\n";

export type ContactsFileOptions = {
  readonly rows: number;
  readonly seed: number;
  /** Every city becomes another one and nothing else changes: the file for an update. */
  readonly changeCity?: boolean;
  /**
   * So many accounts, each with an id, a main contact and lines all over the file, in two columns more; absent = a handful of
   * companies by name.
   */
  readonly accounts?: number;
  /** Each line is an opportunity of one of so many contacts, whose lines stand all over the file, in six columns more. */
  readonly dealsOf?: number;
};

const FIRST = "Ann,Bruno,Chloé,David,Elena,Farid,Grace,Hugo,Inès,Jonas,Karin,Liam,Mónica,Noah,Olga,Pavel".split(",");
const LAST = "Garcia,Müller,Smith,O'Neil,Rossi,Novak,Dubois,Johansson,Kim,Tanaka,Lopez,Brown,Silva,Weber".split(",");
const COMPANIES = [
  "Acme",
  '"Initech, Inc."',
  "Globex GmbH",
  "Umbrella",
  "Hooli",
  "Stark & Sons",
  '"Wayne, LLC"',
  "Vandelay",
];
const STAGES = ["New", "Offer", "Contract"];
const TITLES = ["CEO", "Head of Sales", "Software Engineer", "Accountant", "Office Manager", "VP Marketing", "Buyer"];
const TAGS = ['"vip,newsletter"', '"lead,2024,event"', '"customer,eu"', '"prospect,trial"', '"partner,reseller,gold"'];
const CITIES = ["Paris", "Berlin", "San Francisco", "São Paulo", "London", "Tokyo", "Austin", "Kraków", "Lyon", "Oslo"];
const DOMAINS = ["example.com", "mail.example.org", "contoso.example", "northwind.example", "fabrikam.example.net"];
const AREA_CODES = ["415", "212", "213", "312", "512", "617", "702", "713", "206", "303", "404", "305"];

/** Digits after the area code: 2000000 to 9999999. */
const NUMBERS_PER_AREA = 8_000_000;
/** Prime, and no divisor of the count of numbers: stepping by it visits each number once before any comes again. */
const PHONE_STEP = 7_368_787;
const BLOCK_ROWS = 20_000;

/** mulberry32: small, fast and the same everywhere. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value));

function phone(index: number, seed: number): string {
  const place = ((index + seed) * PHONE_STEP) % (NUMBERS_PER_AREA * AREA_CODES.length);
  const digits = String((place % NUMBERS_PER_AREA) + 2_000_000);
  const area = AREA_CODES[Math.floor(place / NUMBERS_PER_AREA)];
  return `+1 ${area} ${digits.slice(0, 3)} ${digits.slice(3)}`;
}

function line(index: number, random: number, options: ContactsFileOptions): string {
  const first = FIRST[random % FIRST.length] ?? "";
  const last = LAST[(random >>> 4) % LAST.length] ?? "";
  const local = `${first.charAt(0)}.${last.replace(/[^A-Za-z]/g, "")}`.toLowerCase();
  const email = `${local}.${(index + options.seed).toString(36)}@${DOMAINS[(random >>> 8) % DOMAINS.length]}`;
  const birthday = `${1945 + ((random >>> 10) % 60)}-${two(1 + ((random >>> 16) % 12))}-${two(1 + ((random >>> 20) % 28))}`;
  const city = CITIES[((random >>> 24) + (options.changeCity ? 1 : 0)) % CITIES.length];
  const company = COMPANIES[(random >>> 12) % COMPANIES.length];
  const title = TITLES[(random >>> 14) % TITLES.length];
  const tags = TAGS[(random >>> 18) % TAGS.length];
  const externalId = `EXT-${String(index + options.seed).padStart(9, "0")}`;
  const plain = (name: string | undefined): string =>
    `${email},${first},${last},${phone(index, options.seed)},${name},${title},${tags},${externalId},${birthday},${city}`;
  if (options.accounts === undefined) return `${plain(company)}\n`;
  const account = index % options.accounts;
  return `${plain(`Customer ${account}`)},C-${account},${index < options.accounts ? "1" : ""}\n`;
}

/** The contact's own line, the same each time that it comes, with another opportunity behind it. */
function deal(index: number, contacts: number, options: ContactsFileOptions): string {
  const contact = index % contacts;
  const random = seededRandom(options.seed + contact)();
  const stage = STAGES[index % STAGES.length];
  return `${line(contact, random, options).trimEnd()},D-${index},Deal ${index},Sales,${stage},${100 + (index % 9_000)},open\n`;
}

/** Writes the file and returns its size in bytes. */
export function writeContactsFile(path: string, options: ContactsFileOptions): number {
  const random = seededRandom(options.seed);
  const file = openSync(path, "w");
  try {
    let bytes = 0;
    const { dealsOf } = options;
    const columns = [
      ...CONTACTS_HEADER,
      ...(options.accounts === undefined ? [] : ACCOUNT_COLUMNS),
      ...(dealsOf === undefined ? [] : DEAL_COLUMNS),
    ];
    let block = `${columns.join(",")}\n`;
    for (let index = 0; index < options.rows; index++) {
      block += dealsOf === undefined ? line(index, random(), options) : deal(index, dealsOf, options);
      if (index % BLOCK_ROWS === BLOCK_ROWS - 1) {
        bytes += writeSync(file, block);
        block = "";
      }
    }
    return bytes + writeSync(file, block);
  } finally {
    closeSync(file);
  }
}
