/** The name of a file as somebody else has sent it: its last part alone, and nothing in it that is not shown. */

/** Characters of a name: what the file systems of today take. */
const NAME_CHARS = 255;

/** Control characters, and those that turn the direction of text round or are not seen. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** What stands in front of the last slash or backslash is somebody's folders. `upload` where nothing is left. */
export function fileName(text: string): string {
  const last = text.split(/[/\\]/).at(-1) ?? "";
  const seen = last.replace(UNSEEN, "").trim();
  const isName = seen !== "" && seen !== "." && seen !== "..";
  return isName ? shortened(seen) : "upload";
}

/** The ending says what the file is, and stays. */
function shortened(name: string): string {
  if (name.length <= NAME_CHARS) return name;
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? "";
  return name.slice(0, NAME_CHARS - ending.length) + ending;
}
