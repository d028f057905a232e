/** What base64 (RFC 4648) stands for, as octet text; characters that are not of its alphabet are passed over. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function base64Octets(text: string): string {
  let octets = "";
  let bits = 0;
  let held = 0;
  for (const char of text) {
    const value = ALPHABET.indexOf(char);
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    octets += String.fromCharCode((held >> bits) & 0xff);
  }
  return octets;
}
