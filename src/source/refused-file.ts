/** Thrown deep inside an archive or a workbook, where reading cannot go on; caught once, by whoever converts the file. */
import type { ProblemCode } from "../core/problem/catalogue.ts";
import { type Refusal, refuseNaming, refuseWith } from "../core/problem/refusal.ts";

export class RefusedFile extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }

  static of(code: ProblemCode, message: string, line?: number): RefusedFile {
    return new RefusedFile(refuseWith(code, message, line).refusal);
  }

  static naming(code: ProblemCode, names: readonly string[], message: string): RefusedFile {
    return new RefusedFile(refuseNaming(code, names, message).refusal);
  }
}

export const damaged = (message: string, line?: number): RefusedFile => RefusedFile.of("file_damaged", message, line);
