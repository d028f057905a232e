/**
 * Web addresses. Canonical form: `https://` added where the scheme is missing, scheme and host in lower case, no slash
 * behind a bare host; path, query and fragment as typed. Only http and https: `javascript:` in a profile is an attack.
 */
import { type Reading, unreadable } from "../unreadable.ts";
import { trimCell } from "./clean-text.ts";
import { isHostName } from "./host-name.ts";

const URL_INVALID = unreadable("url_invalid");

const MAX_URL = 2048;
const SCHEME = /^(https?):\/{0,3}/i;
const HOST = /^([^/?#:]+)(?::(\d{1,5}))?([/?#].*)?$/;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|$)){4}$/;
/** White space, quotes, controls, and the invisible characters that make an address look like another. */
const FORBIDDEN = /[\s<>"\\\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd]/u;
/** Left of the registered domain names hold underscores in practice, and browsers open them. */
const INNER_UNDERSCORE = /(?<=[^._])_(?=[^._][^.]*\.[^.]*\.)/g;

export function normaliseUrl(raw: string): Reading {
  const text = trimCell(raw);
  if (text === "") return "";
  if (text.length > MAX_URL || FORBIDDEN.test(text)) return URL_INVALID;
  const scheme = SCHEME.exec(text);
  const rest = scheme === null ? text.replace(/^\/\//, "") : text.slice(scheme[0].length);
  const parts = HOST.exec(rest);
  if (parts === null) return URL_INVALID;
  const host = (parts[1] ?? "").toLowerCase().replace(/\.$/, "").normalize("NFC");
  const port = parts[2];
  const tail = parts[3] ?? "";
  if (Number(port ?? 0) > 65_535 || !text.isWellFormed()) return URL_INVALID;
  if (!isHostName(host.replace(INNER_UNDERSCORE, "-")) && !(scheme !== null && IPV4.test(host))) return URL_INVALID;
  const protocol = (scheme?.[1] ?? "https").toLowerCase();
  return `${protocol}://${host}${port === undefined ? "" : `:${port}`}${tail === "/" ? "" : tail}`;
}
