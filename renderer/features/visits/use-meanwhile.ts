import { useEffect, useRef, useState } from "react";
import {
  putRight,
  toldOf,
  type Meanwhile,
  type PutRight,
} from "../../../shared/domain/draft-meanwhile.ts";
import type { TypedVisit } from "../../../shared/domain/typed-visit.ts";
import { useLive } from "../../local-store/use-live.ts";
import { readMeanwhile } from "./read-meanwhile.ts";

const NOTHING: readonly Meanwhile[] = [];

/**
 * What has become of those whom a visit names, since it was kept or while its form is open: by another laptop, another
 * window, or the box for everything in this one.
 *
 * @param onFound puts it right in the form
 */
export function useMeanwhile(
  names: Pick<TypedVisit, "contactId" | "attendees" | "opportunityId">,
  onFound: (found: readonly Meanwhile[]) => void,
): readonly Meanwhile[] {
  const { contactId, attendees, opportunityId } = names;
  const ids = [contactId, ...attendees, opportunityId ?? ""];
  const live = useLive({
    key: `meanwhile/${ids.join("/")}`,
    collections: ["contacts", "opportunities"],
    ids,
    read: (store) => readMeanwhile(store, names),
  });
  const now = live.status === "ready" ? live.value : NOTHING;
  const [kept, setKept] = useState<PutRight | null>(null);
  const latest = useRef({ contactId, onFound });
  useEffect(() => {
    latest.current = { contactId, onFound };
  });
  useEffect(() => {
    if (now.length === 0) return;
    const form = latest.current;
    setKept((before) => putRight(before, form.contactId, now));
    form.onFound(now);
  }, [now]);
  return toldOf(kept, now, names);
}
