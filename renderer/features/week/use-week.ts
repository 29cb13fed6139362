import { useEffect, useState } from "react";
import { weekOf, type CalendarDay } from "../../../shared/core/calendar.ts";
import type { CalendarEvent } from "../../../shared/domain/week/ghosts.ts";
import { readReached } from "../../../shared/domain/week/reached.ts";
import { readRow } from "../../../shared/domain/week/week-row.ts";
import { namedId } from "../../../shared/domain/named-id.ts";
import type { Draft } from "../../../shared/entities/draft.ts";
import { addOpenForm } from "../../local-store/open-forms.ts";
import { REACHED } from "../../local-store/reached.ts";
import { idBehindForms } from "../../local-store/past-imports.ts";
import {
  useLocalStore,
  type StoreServices,
} from "../../local-store/store-context.ts";
import {
  CALENDAR,
  DISMISSED,
  ROW,
  weekDrafts,
} from "../../local-store/week-drafts.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession, type Session } from "../../ui/session.ts";
import { useTranslation } from "react-i18next";
import { readCalendar } from "./kept-calendar.ts";
import { readContacts } from "./known-contacts.ts";
import { readKnown } from "./read-known.ts";
import { createWeekKeeper, type WeekKeeper } from "./week-keeper.ts";
import type { KnownContact } from "./week-line.ts";
import { createWeekModel, type WeekModel } from "./week-model.ts";

export interface OpenedWeek {
  readonly model: WeekModel;
  readonly keeper: WeekKeeper;
  keepCalendar(events: readonly CalendarEvent[]): void;
}

/** Drafts of that age that were saved are no longer needed for an Undo. */
const SAVED_KEPT_MS = 7 * 86_400_000;

/** The week that begins on that Monday: read, kept current with the store, and kept on the disk as it is typed. Null while it is being read. */
export function useWeek(monday: CalendarDay): OpenedWeek | null {
  const { t } = useTranslation();
  const services = useLocalStore();
  const session = useSession();
  const notify = useNotify();
  const [week, setWeek] = useState<OpenedWeek | null>(null);
  const [open] = useState(() => ({ services, session, notify, t }));
  useEffect(() => {
    let current = true;
    let close: (() => void) | null = null;
    void openWeek(open.services, open.session, monday, (reason) =>
      open.notify({ text: open.t(`error.save.${reason}`) }),
    ).then((opened) => {
      if (!current) return opened.close();
      close = opened.close;
      setWeek(opened);
    });
    return () => {
      current = false;
      close?.();
      setWeek(null);
    };
  }, [monday, open]);
  return week;
}

async function openWeek(
  services: StoreServices,
  session: Session,
  monday: CalendarDay,
  onProblem: (reason: "disk-full" | "io") => void,
): Promise<OpenedWeek & { close(): void }> {
  const { store, save, agenda, list } = services;
  const { today, language, now, newId, owner } = session;
  const keeper = createWeekKeeper({ monday, save, now, onProblem });
  const dismissedId = fixedId("dismissed", monday);
  const calendarId = fixedId("calendar", monday);
  const model = createWeekModel({
    monday,
    reading: { today, language },
    newId,
    newDraftId: () => idBehindForms(newId()),
    kept: {
      row: (row) =>
        keeper.keep(row.id, ROW, { ...row, attendees: [...row.attendees] }),
      removed: (row) => keeper.keep(row.id, ROW, null),
      dismissed: (keys) =>
        keeper.keep(dismissedId, DISMISSED, keys.length > 0 ? [...keys] : null),
    },
  });
  const drafts = await weekDrafts(store, monday);
  keeper.adopt(drafts);
  await forgetSaved(services, keeper, drafts, now());
  const valueOf = (id: string) => drafts.find((one) => one.id === id)?.value;
  const dismissed = valueOf(dismissedId);
  const rows = drafts.flatMap(({ id, form, value }) =>
    form === ROW ? (readRow(id, value) ?? []) : [],
  );
  const saved = await store.getMany(
    "interactions",
    rows.map(({ visitId }) => visitId),
  );
  model.start(
    rows,
    Array.isArray(dismissed)
      ? dismissed.filter((one) => typeof one === "string")
      : [],
    readCalendar(valueOf(calendarId)),
    drafts.flatMap(({ form, value }) =>
      form === REACHED ? (readReached(value) ?? []) : [],
    ),
    new Set(saved.keys()),
    today < monday || today > weekOf(monday).sunday ? monday : today,
  );

  let contacts: ReadonlyMap<string, KnownContact> = new Map();
  let closed = false;
  const contactsNow = serial(async () => {
    const typed = new Set(model.rows().map(({ contactId }) => contactId));
    const next = await readContacts(
      { store, list },
      model.contactIds(),
      typed,
      contacts,
    );
    if (closed) return;
    contacts = next;
    model.tellContacts(contacts);
  });
  const knownNow = serial(async () => {
    const next = await readKnown(services, monday, today, owner, model);
    if (closed) return;
    model.tell(next);
    contactsNow();
  });
  const seen = { ids: "" };
  const stops = [
    agenda.subscribe(knownNow),
    list.subscribe(contactsNow),
    model.subscribe(() => {
      const ids = model
        .rows()
        .map(({ contactId }) => contactId)
        .join();
      if (ids === seen.ids) return;
      seen.ids = ids;
      contactsNow();
    }),
  ];
  stops.push(addOpenForm(keeper.flush));
  const flush = () => void keeper.flush();
  window.addEventListener("pagehide", flush);
  knownNow();
  contactsNow();
  return {
    model,
    keeper,
    keepCalendar(events) {
      model.tellCalendar(events);
      keeper.keep(
        calendarId,
        CALENDAR,
        events.map((one) => ({ ...one })),
      );
      contactsNow();
    },
    close() {
      closed = true;
      for (const stop of stops) stop();
      window.removeEventListener("pagehide", flush);
      flush();
    },
  };
}

function fixedId(what: string, monday: CalendarDay): string {
  return idBehindForms(namedId(`draft/week/${what}/${monday}`));
}

/** One reading at a time; what changes meanwhile leads to one more. */
function serial(read: () => Promise<void>): () => void {
  let reading = false;
  let stale = false;
  async function run(): Promise<void> {
    stale = true;
    if (reading) return;
    reading = true;
    while (stale) {
      stale = false;
      await read();
    }
    reading = false;
  }
  return () => void run();
}

/** Rows that were saved long ago: nobody takes that back any more, and the visit is in its place. */
async function forgetSaved(
  { store }: StoreServices,
  keeper: WeekKeeper,
  drafts: readonly Draft[],
  now: number,
): Promise<void> {
  const old = drafts.flatMap(({ id, form, value, savedAt }) => {
    const row = form === ROW ? readRow(id, value) : null;
    return row && Date.parse(savedAt) < now - SAVED_KEPT_MS ? [row] : [];
  });
  if (old.length === 0) return;
  const saved = await store.getMany(
    "interactions",
    old.map(({ visitId }) => visitId),
  );
  for (const row of old)
    if (saved.has(row.visitId)) keeper.keep(row.id, ROW, null);
}
