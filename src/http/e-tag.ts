/** Versions as HTTP names them (RFC 9110, section 8.8.3). */
export const eTag = (version: number): string => `"${version}"`;

/** Of the header If-Match: null where any version is meant; one that nothing has where it is none of ours. */
export function versionIn(header: string | undefined): number | null {
  if (header === undefined || header.trim() === "*") return null;
  return Number(/^(?:W\/)?"(\d+)"$/.exec(header.trim())?.[1] ?? -1);
}
