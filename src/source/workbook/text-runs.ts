/** The text of a cell that is written in runs of different looks: `<si>` and `<is>`. How it is pronounced is no part of it. */
import { unescapeText } from "../../core/sheet/text-cell.ts";

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
