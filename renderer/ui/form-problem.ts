/** Why a form was not saved, and the field that it is about. */
export interface FormProblem {
  readonly text: string;
  /** Its name in the form; absent = none of them alone. */
  readonly field?: string | undefined;
}

export function readProblem(
  problem: string | FormProblem | undefined,
): FormProblem | undefined {
  return typeof problem === "string" ? { text: problem } : problem;
}

/** What a field says of it: nothing unless it is about this one. */
export function problemOf(
  problem: FormProblem | undefined,
  field: string,
): string | undefined {
  return problem?.field === field ? problem.text : undefined;
}
