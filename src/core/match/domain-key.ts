/** The matching key of a web domain: people paste addresses of pages where a domain is asked for. */

const AROUND = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:www\.)?|[/?#:].*$/g;

/** `https://www.Harbor.example/about` and `harbor.example` meet; `a.b.example` and `ab.example` do not. */
export const domainKey = (domain: string): string => domain.trim().toLowerCase().replace(AROUND, "").replace(/\.$/, "");
