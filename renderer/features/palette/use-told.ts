import { useEffect, useState } from "react";
import type { SentenceProposal } from "../../../shared/domain/sentence/read-sentence.ts";
import {
  maybeSentence,
  tellsVisit,
} from "../../../shared/domain/sentence/visit-of-sentence.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useSession } from "../../ui/session.ts";

/** What a text tells of a visit; null = nothing. */
export interface Told {
  /** It has not been read yet. */
  readonly isReading: boolean;
  readonly proposal: SentenceProposal | null;
}

/** Reads a text that may be a sentence about a visit. */
export function useTold(text: string): Told {
  const { list } = useLocalStore();
  const { language, today, owner } = useSession();
  const [read, setRead] = useState<{
    readonly text: string;
    readonly proposal: SentenceProposal;
  } | null>(null);
  const isAsked = maybeSentence(text);
  const { salesperson = "" } = owner;
  useEffect(() => {
    if (!isAsked) return undefined;
    let current = true;
    void list
      .sentence(text, { today, language }, salesperson)
      .then((proposal) => {
        if (current) setRead({ text, proposal });
      });
    return () => {
      current = false;
    };
  }, [list, text, isAsked, today, language, salesperson]);
  if (!isAsked) return { isReading: false, proposal: null };
  if (read?.text !== text) return { isReading: true, proposal: null };
  const { proposal } = read;
  return {
    isReading: false,
    proposal: tellsVisit(proposal) ? proposal : null,
  };
}
