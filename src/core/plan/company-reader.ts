/**
 * The company of a cell that names several, as exports do where a contact may belong to more than one: `Acme; Bolt` under
 * `Associated Company`. A contact of ours has one account; the first is taken, and a warning says so. A link that a table of
 * linked pages puts behind each name is no part of it: `Acme (https://pages.example/Acme-1a2b)`.
 */

import type { Unreadable } from "../contact/unreadable.ts";
import type { ReadValue } from "../contact/value-reader.ts";
import { headerKey } from "../mapping/header-key.ts";

/** Under any other header a semicolon may be part of the name. */
const SEVERAL: ReadonlySet<string> = new Set(
  (
    "associated company, associated companies, companies, accounts, organizations, organisations, related companies, Zugeordnetes Unternehmen, " +
    "Zugeordnete Unternehmen, entreprise associée, empresa asociada, empresa associada, azienda associata, gekoppeld bedrijf, powiązana firma"
  )
    .split(",")
    .map(headerKey),
);
/** As a list of names is written of which one holds a comma. */
const QUOTED = /^\s*"([^"]*,[^"]*)"\s*$/;
const LINK = /\s+\(https?:\/\/[^\s()]+\)/g;
const BETWEEN_LINKED = /\s+\(https?:\/\/[^\s()]+\)\s*,\s*/;

export function companyReader(header: string, read: ReadValue): ReadValue {
  const mayHoldSeveral = SEVERAL.has(headerKey(header));
  return (cell) => {
    const raw = (cell.includes('"') ? QUOTED.exec(cell)?.[1] : undefined) ?? cell;
    const isLinked = raw.endsWith(")") && raw.includes("://");
    if (!isLinked && !(mayHoldSeveral && raw.includes(";"))) return read(raw);
    const parts = isLinked ? raw.split(BETWEEN_LINKED).map((part) => part.replace(LINK, "")) : raw.split(";");
    const [first = "", ...others] = parts.filter((part) => part.trim() !== "");
    const reading = read(first);
    return others.length > 0 && typeof reading === "string" ? several(reading) : reading;
  };
}

const several = (partly: string): Unreadable => ({ unreadable: "companies_several", partly });
