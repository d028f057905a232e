/** Addresses that a workflow may call: plain http or https, without a name and password in it. */

const ADDRESS = /^https?:\/\/([a-z\d.-]+|\[[\da-f:.]+\])(:\d{1,5})?(?:[/?#][^\s\\]*)?$/i;

/** Host and port, or null where the text is no such address. */
export function hostOfAddress(text: string): string | null {
  const [, host, port = ""] = ADDRESS.exec(text) ?? [];
  return host === undefined ? null : `${host}${port}`.toLowerCase();
}
