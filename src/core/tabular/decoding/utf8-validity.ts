/** Where bytes stop being UTF-8. TextDecoder only says that they do, not where. */

/**
 * Index of the first byte that begins no valid UTF-8 sequence (RFC 3629: no overlong forms, no surrogates, nothing above
 * U+10FFFF), or -1. A sequence cut off by the end of the bytes counts as invalid unless `cutOff` is set.
 */
export function firstInvalidUtf8(bytes: Uint8Array, from = 0, cutOff = false): number {
  let at = from;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(lead);
    if (length === 0) return at;
    const end = Math.min(at + length, bytes.length);
    for (let next = at + 1; next < end; next++) {
      const byte = bytes[next] ?? 0;
      if (byte < 0x80 || byte > 0xbf || (next === at + 1 && !secondByteFits(lead, byte))) return at;
    }
    if (at + length > bytes.length) return cutOff ? -1 : at;
    at += length;
  }
  return -1;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}

function secondByteFits(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90;
  return lead !== 0xf4 || second <= 0x8f;
}
