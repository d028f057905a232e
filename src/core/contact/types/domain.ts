/**
 * Web domains, as domains: an address that says no more than its host becomes that (`https://www.Acme.example/` is
 * `acme.example`). One of a page below it stays as it is typed, and so does what is no domain.
 */
import type { Reading } from "../unreadable.ts";
import { cleanLine } from "./clean-text.ts";
import { isHostName } from "./host-name.ts";

const ADDRESS_OF_HOST = /^(?:https?:\/\/)?(?:www\.)?([^/?#:@\s]{1,253}?)\.?\/?$/i;

export function normaliseDomain(raw: string): Reading {
  const text = cleanLine(raw);
  if (typeof text !== "string") return text;
  const host = ADDRESS_OF_HOST.exec(text)?.[1] ?? "";
  return isHostName(host) ? host.toLowerCase() : text;
}
