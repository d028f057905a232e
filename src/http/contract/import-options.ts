/** What may be said of an import, in the words of the command line: in the query, or in the JSON that comes with the file. */
import { z } from "@hono/zod-openapi";

const list = (description: string, example: string[]) =>
  z
    .preprocess((value) => (typeof value === "string" ? [value] : value), z.array(z.string()))
    .openapi({ type: "array", items: { type: "string" }, description, example });

const flag = (description: string) =>
  z.preprocess((value) => WORDS.get(value) ?? value, z.boolean()).openapi({ type: "boolean", description });

const WORDS: ReadonlyMap<unknown, boolean> = new Map([
  ...["true", "yes", "1", ""].map((word) => [word, true] as const),
  ...["false", "no", "0"].map((word) => [word, false] as const),
]);

const LIST = { type: "array", items: { type: "string" } } as const;
const TEXT = { type: "string" } as const;
const BY_NAME = { type: "object" as const, additionalProperties: { anyOf: [TEXT, LIST] } };

type About = { readonly description: string; readonly example: string[] };

const asList = z.preprocess(asWords, z.array(z.string()));
const words = (about: About) => asList.openapi({ ...LIST, ...about });

/** `{"Header": "field"}` says the same as `["Header=field"]`: in JSON, as a query knows no objects. */
const wordsInJson = (about: About) => asList.openapi({ anyOf: [LIST, BY_NAME], ...about });

function asWords(value: unknown): unknown {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value).map(([name, said]) => {
    const text = inOneText(said);
    return Object(text) === text ? text : `${name}=${text ?? ""}`;
  });
}

/** A list as people write one; anything else as it is. */
export const inOneText = (value: unknown): unknown =>
  Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string") ? value.join(",") : value;

const MAP: About = {
  description:
    'Where columns go: `Header=field`, `Header=` leaves the column out, `#3=field` by position, `Header=field{Mr:Male}` reads values as others, `"Acme"=field` fills a field. In JSON also an object.',
  example: ["E-Mail=email", "#3=phone"],
};
const SET: About = {
  description: "Policy keys for this import alone: `key=value`, in JSON also an object",
  example: ["emptyCells=clear"],
};
const IN_JSON = { map: wordsInJson(MAP), set: wordsInJson(SET) };

/** How the bytes are read. */
const dialectOptions = z.object({
  delimiter: z.string().max(20).describe("Sign between cells, or comma, semicolon, tab, pipe"),
  quote: z.string().max(20).describe("Sign around cells, or none, double, single"),
  encoding: z.string().max(40).describe("Such as utf-8, windows-1252, utf-16le, shift_jis"),
  header: flag("Whether the first row names the columns"),
  sheet: z.string().max(200).describe("Sheet of a workbook"),
});

/** What decides how a file is read and mapped, and what may be changed before the start. */
const mappingOptions = dialectOptions.extend({
  mode: z.enum(["create", "update", "both"]),
  preset: z.string().max(60).describe("Runs this one import under this preset"),
  map: words(MAP),
  mapping: z.string().max(200).describe("Name of a saved mapping"),
  set: words(SET),
  tags: list("Tags that every contact of the import gets", ["spring fair"]),
  owner: z.string().max(320).describe("Address of the member who owns contacts whose line names none"),
  country: z.string().max(60).describe("Country of phone numbers that do not say theirs, such as US"),
  dateOrder: z
    .enum(["MDY", "DMY", "YMD", "none"])
    .describe("Order of dates such as 03/04/2025 in columns that do not show it; none = not said"),
  dnt: flag("Marks every contact of the import Do Not Touch"),
  overrideOwners: flag("Contacts that exist get the file's owner, or whoever imports"),
  acceptUnmapped: flag("Leaves out columns that belong to no field"),
});

export const importOptions = mappingOptions
  .extend({
    object: z
      .string()
      .max(60)
      .describe("What the lines are: contacts, accounts, opportunities, contacts,opportunities or pipelines"),
    saveMapping: z.string().max(200).describe("Remembers the mapping under this name"),
    workflow: z.string().max(200).describe("Workflow that the new contacts are queued into; none = no one"),
    acceptDisclaimer: flag("Accepts the workspace's disclaimer"),
    dryRun: flag("Stops at the plan: nothing is written"),
  })
  .partial();

/** In the JSON that comes with a file. */
export const sentOptions = importOptions.extend(IN_JSON).partial().openapi("ImportOptions");

export type ImportOptions = z.output<typeof importOptions>;

/** An empty owner = none. */
export const changedOptions = mappingOptions.extend(IN_JSON).partial();
