import { useEffect, useRef, useState } from "react";
import { createReadAgain } from "./read-again.ts";
import { useLocalStore } from "./store-context.ts";
import type {
  Agenda,
  DiaryAnswer,
  DiaryQuestion,
  DueAnswer,
  DueQuestion,
  PostponedAnswer,
  PostponedQuestion,
  SalesAnswer,
  SalesQuestion,
  WeekAnswer,
  WeekQuestion,
} from "./store.ts";

/** What is due, kept current; null until first known. While another question is answered the last answer stays. */
export function useDue(question: DueQuestion): DueAnswer | null {
  return useAnswer(question, (agenda, asked) => agenda.due(asked));
}

/** What the week of the work date says, kept current; null until first known. */
export function useWeek(question: WeekQuestion): WeekAnswer | null {
  return useAnswer(question, (agenda, asked) => agenda.week(asked));
}

/** What a week holds, kept current; null until first known. */
export function useDiary(question: DiaryQuestion): DiaryAnswer | null {
  return useAnswer(question, (agenda, asked) => agenda.diary(asked));
}

/** Opportunities and their totals, kept current; null until first known. */
export function useSales(question: SalesQuestion): SalesAnswer | null {
  return useAnswer(question, (agenda, asked) => agenda.sales(asked));
}

/** What waits to be finished, kept current; null until first known. */
export function usePostponed(
  question: PostponedQuestion,
): PostponedAnswer | null {
  return useAnswer(question, (agenda, asked) => agenda.postponed(asked));
}

function useAnswer<Q extends object, A>(
  question: Q,
  ask: (agenda: Agenda, question: Q) => Promise<A>,
): A | null {
  const { agenda } = useLocalStore();
  const [answer, setAnswer] = useState<A | null>(null);
  const [read] = useState(() => ask);
  const asked = useRef(question);
  asked.current = question;
  const key = JSON.stringify(question);
  useEffect(() => {
    let current = true;
    const show = (next: () => A) => {
      if (current) setAnswer(next);
    };
    const readAgain = createReadAgain(
      () =>
        read(agenda, asked.current).then(
          (found) => show(() => found),
          // To the error boundary of the page.
          (error: unknown) =>
            show(() => {
              throw error;
            }),
        ),
      () => current,
    );
    const run = () => void readAgain();
    run();
    const stop = agenda.subscribe(run);
    return () => {
      current = false;
      stop();
    };
  }, [agenda, read, key]);
  return answer;
}
