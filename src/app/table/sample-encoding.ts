/** Evidence of a file's encoding from more than its first bytes: the first accent may stand on the last line. */
import { EncodingEvidence } from "../../core/tabular/decoding/encoding-evidence.ts";
import { ENCODING_SAMPLE_BYTES, ENCODING_SAMPLES } from "../limits.ts";
import type { TableBytes } from "../ports/table-bytes.ts";

/** The whole of a small file; of a large one as much, from places all over it. */
export async function sampleEncoding(file: TableBytes, start: Uint8Array): Promise<EncodingEvidence> {
  const evidence = new EncodingEvidence();
  evidence.add(start, { atStart: true, atEnd: start.length >= file.size });
  // Text with a zero byte is UTF-16 or UTF-32, which shows in the first lines.
  if (start.length >= file.size || start.includes(0)) return evidence;
  const length = ENCODING_SAMPLE_BYTES / ENCODING_SAMPLES;
  const rest = file.size - start.length;
  const places = Math.min(ENCODING_SAMPLES, Math.ceil(rest / length));
  // The last place ends where the file does.
  const step = places > 1 ? (rest - length) / (places - 1) : 0;
  for (let place = 0; place < places; place++) {
    const offset = start.length + Math.max(0, Math.floor(place * step));
    evidence.add(await file.slice(offset, length), { atStart: false, atEnd: offset + length >= file.size });
  }
  return evidence;
}

/** Every byte: what is asked where reading has found what no sample showed. */
export async function wholeEncoding(file: TableBytes): Promise<EncodingEvidence> {
  const evidence = new EncodingEvidence();
  const whole = { atStart: true, atEnd: true };
  let rest = new Uint8Array(0);
  for await (const piece of file.bytes()) {
    const bytes = new Uint8Array(rest.length + piece.length);
    bytes.set(rest);
    bytes.set(piece, rest.length);
    const lines = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1;
    const end = lines === 0 && bytes.length > LONGEST_LINE ? bytes.length : lines;
    evidence.add(bytes.subarray(0, end), whole);
    rest = bytes.slice(end);
  }
  evidence.add(rest, whole);
  return evidence;
}

/** A longer line is judged in parts: one character that is cut in two decides nothing. */
const LONGEST_LINE = 1024 * 1024;
