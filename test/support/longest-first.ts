/**
 * The order of the test files: those first that take longest, of whichever project they are. A run ends with its last file, and
 * beside a long one the other processors have nothing to do. Vitest itself goes by project, and by size where it knows no times yet.
 */
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The folders whose files take a minute or half of it. */
const LONG = ["/test/crash/", "/test/property/", "/test/web/"];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((folder) => moduleId.includes(folder));
      return at < 0 ? LONG.length : at;
    };
    return sorted.sort((a, b) => place(a) - place(b));
  }
}
