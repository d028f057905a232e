/**
 * LinkedIn profile addresses. One person has many (country hosts, mobile, with tracking, old `/pub/`): they all become
 * `https://www.linkedin.com/in/slug`, so that equal people have equal text. Company and school pages are no contact.
 */
import { type Reading, unreadable } from "../unreadable.ts";
import { trimCell } from "./clean-text.ts";

const LINKEDIN_URL_INVALID = unreadable("linkedin_url_invalid");

const MAX_URL = 2048;
const ADDRESS =
  /^(?:https?:\/{0,2}|\/\/)?(?:[a-z-]{1,12}\.)?linkedin\.com(?::443)?\/+(?:mwlite\/|comm\/)?(in|pub)\/([^?#]+)/i;
const SHORT = /^\/?(in)\/([^?#]+)$/i;
/** Letters and digits of any script, hyphens, and the few marks that LinkedIn lets into a slug. */
const SLUG = /^[\p{L}\p{M}\p{N}[\p{S}--[\p{ASCII}\ufffd]]\-_.'\&\~]{2,150}$/v;

/** The three parts behind the name in an old public address, as short as one digit. */
const PUB_NUMBER = /^[\da-z]{1,4}$/i;

/** Lower case, percent-encoding undone and done again in one way; null when it is no slug. */
function canonicalSlug(encoded: string): string | null {
  try {
    const slug = decodeURIComponent(encoded).normalize("NFC").toLowerCase();
    return SLUG.test(slug) ? encodeURIComponent(slug) : null;
  } catch {
    return null;
  }
}

export function normaliseLinkedinUrl(raw: string): Reading {
  const text = trimCell(raw);
  if (text === "") return "";
  const parts = text.length > MAX_URL ? null : (ADDRESS.exec(text) ?? SHORT.exec(text));
  if (parts === null) return LINKEDIN_URL_INVALID;
  const segments = (parts[2] ?? "").split("/").filter(Boolean);
  const kind = (parts[1] ?? "").toLowerCase();
  // An old public address has three more parts that belong to the person; behind a slug comes only a language or a tab.
  const kept = kind === "pub" ? segments.slice(0, 4) : segments.slice(0, 1);
  const slugs: string[] = [];
  for (const segment of kept) {
    const slug = kind === "pub" && PUB_NUMBER.test(segment) ? segment.toLowerCase() : canonicalSlug(segment);
    if (slug === null) return LINKEDIN_URL_INVALID;
    slugs.push(slug);
  }
  return slugs.length === 0 ? LINKEDIN_URL_INVALID : `https://www.linkedin.com/${kind}/${slugs.join("/")}`;
}
