/** The text of a cell that is written in runs of different looks: `<si>` and `<is>`. How it is pronounced is no part of it. */

/** `_x000D_`: a character that XML cannot hold or would change (ECMA-376 part 1, 22.9.2.19); `_x005F_` is its underscore. */
const ESCAPED = /_x([0-9a-f]{4})_/gi;

export const unescapeText = (text: string): string =>
  text.includes("_x")
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

export class TextRuns {
  #text = "";
  #inText = false;
  #phonetic = 0;

  begin(): void {
    this.#text = "";
    this.#inText = false;
    this.#phonetic = 0;
  }

  open(name: string): void {
    if (name === "rPh") this.#phonetic++;
    else if (name === "t") this.#inText = this.#phonetic === 0;
  }

  close(name: string): void {
    if (name === "rPh") this.#phonetic--;
    else if (name === "t") this.#inText = false;
  }

  text(text: string): void {
    if (this.#inText) this.#text += text;
  }

  end(): string {
    return unescapeText(this.#text);
  }
}
