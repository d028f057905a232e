/** Versions as HTTP names them (RFC 9110, section 8.8.3). */
export const eTag = (version: number): string => `"${version}"`;
