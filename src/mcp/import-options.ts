/** What may be said of an import, in the words of the command line and the API. */
import { z } from "zod";

const texts = z.array(z.string().max(1000)).max(500);

const dialectOptions = {
  delimiter: z.string().max(20).describe("Sign between cells, or comma, semicolon, tab, pipe"),
  quote: z.string().max(20).describe("Sign around cells, or none, double, single"),
  encoding: z.string().max(40).describe("Such as utf-8, windows-1252, utf-16le, shift_jis"),
  header: z.boolean().describe("Whether the first row names the columns"),
  sheet: z.string().max(200).describe("Sheet of a workbook"),
};

/** Before the start all of these can be changed. */
const changeable = {
  ...dialectOptions,
  mode: z.enum(["create", "update", "both"]).describe("What may become of lines: new contacts, changes, or both"),
  map: texts.describe(
    'Where columns go, where the proposal is wrong: "Header=field"; "Header=" leaves the column out; "#3=field" by position; "Header=field{Mr:Male}" reads values as others; "\\"Acme\\"=field" fills a field',
  ),
  mapping: z.string().max(200).describe("Name of a saved mapping"),
  set: texts.describe('Policy keys for this import alone, "key=value": see show_policy'),
  preset: z.string().max(60).describe("Runs this one import under another preset: see list_presets"),
  tags: texts.describe("Tags that every contact of the import gets"),
  owner: z.string().max(320).describe("Address of the member who owns contacts whose line names none; empty = nobody"),
  country: z.string().max(60).describe("Country of phone numbers that do not say theirs, such as US"),
  dateOrder: z
    .enum(["MDY", "DMY", "YMD"])
    .describe("Order of dates such as 03/04/2025, where the file does not show it"),
  dnt: z.boolean().describe("Marks every contact of the import Do Not Touch"),
  overrideOwners: z.boolean().describe("Contacts that exist get the file's owner too"),
  acceptUnmapped: z.boolean().describe("Leaves out columns that belong to no field"),
};

export const changedOptions = z.strictObject(changeable).partial();

export const importOptions = z
  .strictObject({
    ...changeable,
    object: z
      .enum(["contacts", "accounts", "opportunities", "contacts,opportunities", "pipelines"])
      .describe("What the lines of the file are; contacts unless it is said"),
    saveMapping: z.string().max(200).describe("Remembers the mapping under this name"),
    workflow: z.string().max(200).describe("Workflow that new contacts are queued into; none = no one"),
  })
  .partial();
