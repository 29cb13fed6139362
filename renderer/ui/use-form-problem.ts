import { useState } from "react";
import type { FormProblem } from "./form-problem.ts";

type FormTexts = Readonly<Record<string, string>>;

/** Why the last save was refused; a field's mark goes as soon as something else is typed into it. */
export function useFormProblem<Along>(form: {
  readonly texts: FormTexts;
  set(changed: FormTexts): void;
  removal(): Along;
  resume(): void;
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
    /** Saves it and its draft's end in one; what stands against it is told, and the draft goes on. */
    async attempt(
      save: (along: Along) => Promise<FormProblem | null>,
    ): Promise<boolean> {
      const no = await save(form.removal());
      if (no !== null) form.resume();
      setProblem(no ?? undefined);
      return no === null;
    },
    set(changed: FormTexts): void {
      const field = problem?.field;
      if (field !== undefined && field in changed)
        if (changed[field] !== form.texts[field]) setProblem(undefined);
      form.set(changed);
    },
  };
}
