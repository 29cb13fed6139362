import EditNoteRounded from "@mui/icons-material/EditNoteRounded";
import HistoryRounded from "@mui/icons-material/HistoryRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import { useDeferredValue, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isClosed } from "../../../shared/domain/close-task.ts";
import type { TimelineItem } from "../../../shared/domain/timeline.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useCommands } from "../../ui/commands.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatMonth } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { visuallyHidden } from "../../ui/visually-hidden.ts";
import { DraftStrip } from "./draft-strip.tsx";
import { InteractionItem } from "./interaction-item.tsx";
import { StatisticsLine } from "./statistics-line.tsx";
import { createFocusFollower } from "./focus-follower.ts";
import { TaskItem } from "./task-item.tsx";
import { timelineStyle } from "./timeline-style.ts";
import { useVisitFiles } from "./use-visit-files.ts";
import { FIRST, useTimeline, type Happenings } from "./use-timeline.ts";

/** These are drawn before the others: they fill the screen. */
const FIRST_LOOK = 10;
/** So many come with each "Show older". */
const PAGE = 100;

/** What happened and what is planned, newest first; open tasks stand above, they are what comes next. */
export function Timeline({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const commands = useCommands();
  const [withPeople, setWithPeople] = useState(true);
  const [want, setWant] = useState(FIRST);
  const live = useTimeline(contact, withPeople, want);
  // While more is read, what stands there stays.
  const shown = useRef<Happenings | null>(null);
  if (live.status === "ready") shown.current = live.value;
  // Drawn after the rest of the card.
  const happenings = useDeferredValue(shown.current, null);
  const isCompany = contact.type === "company";
  return (
    <Box
      component="section"
      aria-labelledby="timeline-title"
      sx={timelineStyle}
    >
      <Box sx={{ display: "flex", justifyContent: "flex-end" }}>
        {/* The tab above says it already. */}
        <Box component="h2" id="timeline-title" sx={visuallyHidden}>
          {t("timeline.title")}
        </Box>
        {isCompany && (
          <FormControlLabel
            control={
              <Switch
                checked={withPeople}
                onChange={(_, on) => setWithPeople(on)}
              />
            }
            label={t("timeline.withPeople")}
            slotProps={{ typography: { variant: "body2" } }}
            sx={{ mr: 0 }}
          />
        )}
      </Box>
      <DraftStrip contactId={contact.id} />
      {happenings && (
        <>
          <StatisticsLine statistics={happenings.statistics} />
          {happenings.items.length === 0 ? (
            <EmptyState
              icon={<HistoryRounded />}
              title={t("timeline.emptyTitle")}
              text={t("timeline.emptyText")}
            >
              <Button
                variant="outlined"
                startIcon={<EditNoteRounded />}
                onClick={() => commands.logVisit(contact.id)}
              >
                {t("card.logVisit")}
              </Button>
            </EmptyState>
          ) : (
            <Items
              contact={contact}
              happenings={happenings}
              want={want}
              onMore={() => setWant(want + PAGE)}
            />
          )}
        </>
      )}
    </Box>
  );
}

function Items(props: {
  contact: Contact;
  happenings: Happenings;
  want: number;
  onMore(): void;
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const { items, names } = props.happenings;
  const [focus] = useState(createFocusFollower);
  const want = useDeferredValue(props.want, FIRST_LOOK);
  const isOpen = (item: TimelineItem) =>
    item.kind === "task" && !isClosed(item.task);
  const open = items.filter(isOpen).reverse();
  const past = items.filter((item) => !isOpen(item));
  const more = past.length > props.want || props.happenings.more;
  const shown = past.slice(0, want);
  const files = useVisitFiles(contactsOf(past.slice(0, props.want)));
  const who = (item: TimelineItem) =>
    item.contactId !== undefined && item.contactId !== props.contact.id
      ? names.get(item.contactId)
      : undefined;
  return (
    <>
      {open.length > 0 && (
        <ul
          className="entries"
          aria-label={t("timeline.open")}
          style={{ marginTop: 12 }}
        >
          {open.map((item) =>
            item.kind === "task" ? (
              <TaskItem
                key={item.id}
                task={item.task}
                who={who(item)}
                focus={focus}
              />
            ) : null,
          )}
        </ul>
      )}
      {monthsOf(shown, language).map(([month, entries]) => (
        <div key={month}>
          <h3 className="month">{month}</h3>
          <ul className="entries">
            {entries.map((item) =>
              item.kind === "task" ? (
                <TaskItem
                  key={item.id}
                  task={item.task}
                  who={who(item)}
                  focus={focus}
                />
              ) : (
                <InteractionItem
                  key={item.id}
                  interaction={item.interaction}
                  who={who(item)}
                  amended={item.amendedBy !== undefined}
                  files={files}
                />
              ),
            )}
          </ul>
        </div>
      ))}
      {more && (
        <Button
          color="inherit"
          variant="outlined"
          onClick={props.onMore}
          sx={{ mt: 1.5 }}
        >
          {t("timeline.more")}
        </Button>
      )}
    </>
  );
}

function contactsOf(items: readonly TimelineItem[]): readonly string[] {
  const visits = items.filter(({ kind }) => kind === "interaction");
  return [...new Set(visits.flatMap(({ contactId }) => contactId ?? []))];
}

function monthsOf(
  items: readonly TimelineItem[],
  language: string,
): readonly (readonly [string, readonly TimelineItem[]])[] {
  const months = new Map<string, TimelineItem[]>();
  for (const item of items) {
    const month = item.date.slice(0, 7);
    const before = months.get(month);
    if (before) before.push(item);
    else months.set(month, [item]);
  }
  return [...months].map(([month, entries]) => [
    formatMonth(month, language),
    entries,
  ]);
}
