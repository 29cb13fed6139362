import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that wait for a clock longer than the others work: begun last, one alone would keep everybody. */
const LONGEST = ["e2e/two-people", "e2e/import-vcards", "e2e/kill-app"];

/** The longest files first, then vitest's own order. */
export class LongestFirst extends BaseSequencer {
  override async sort(
    files: TestSpecification[],
  ): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) =>
      LONGEST.some((name) => moduleId.includes(name));
    return [...sorted.filter(isLong), ...sorted.filter((one) => !isLong(one))];
  }
}
