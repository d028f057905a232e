/** The name of a file as the header Content-Disposition gives it (RFC 6266). */
export function nameIn(header: string | undefined): string | null {
  if (header === undefined) return null;
  const encoded = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(header)?.[1];
  if (encoded !== undefined) return decoded(encoded);
  const [, quoted, plain] = /filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header) ?? [];
  const name = quoted?.replace(/\\(.)/g, "$1") ?? plain;
  return name === undefined ? null : utf8In(name);
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** Headers come as one character for each byte, and most programs write UTF-8: what is no UTF-8 is taken as it comes. */
function utf8In(name: string): string {
  if (/[^\0-\xff]/.test(name)) return name;
  try {
    return UTF8.decode(Buffer.from(name, "latin1"));
  } catch {
    return name;
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
