/** Origins of pages, as browsers name them: `https://app.example.com`, `http://localhost:4000`. */

const ORIGIN =
  /^(https?):\/\/((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])(?::(\d{1,5}))?\/?$/;
const USUAL_PORT: Readonly<Record<string, string>> = { http: "80", https: "443" };

/**
 * As `location.origin` says it on such a page: in lower case, without the usual port. Null = it is none; `*` is none either.
 * What comes out may stand in a policy of a page (`frame-ancestors`) as it is.
 */
export function pageOrigin(text: string): string | null {
  const [, scheme = "", host = "", port] = ORIGIN.exec(text.trim().toLowerCase()) ?? [];
  if (host === "" || Number(port ?? 1) > 65_535) return null;
  return `${scheme}://${host}${port === undefined || port === USUAL_PORT[scheme] ? "" : `:${port}`}`;
}
