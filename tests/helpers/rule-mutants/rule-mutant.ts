/** A rule's code broken on purpose: the tests named after the rule must tell. */
export interface RuleMutant {
  readonly rule: string;
  /** What the code no longer does. */
  readonly without: string;
  readonly file: string;
  /** Stands once in the file. */
  readonly from: string;
  readonly to: string;
  readonly test: string;
}

export const domain = (name: string) => `shared/domain/${name}.ts`;
export const unit = (name: string) =>
  `tests/unit/shared/domain/${name}.test.ts`;
export const projection = (name: string) =>
  `tests/unit/renderer/local-store/projection/${name}.test.ts`;
export const server = (name: string) => `tests/server/${name}.test.ts`;
