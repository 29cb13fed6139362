import { useState } from "react";
import type { FormProblem } from "./form-problem.ts";

type FormTexts = Readonly<Record<string, string>>;

/** Why the last save was refused; a field's mark goes as soon as something else is typed into it. */
export function useFormProblem(form: {
  readonly texts: FormTexts;
  set(changed: FormTexts): void;
}) {
  const [problem, setProblem] = useState<FormProblem>();
  return {
    problem,
    setProblem,
    /** For a save: told, and not saved. */
    refuse(no: FormProblem): false {
      setProblem(no);
      return false;
    },
    set(changed: FormTexts): void {
      const field = problem?.field;
      if (field !== undefined && field in changed)
        if (changed[field] !== form.texts[field]) setProblem(undefined);
      form.set(changed);
    },
  };
}
