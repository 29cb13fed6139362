import { parseDay } from "../../../shared/domain/parse-day.ts";
import { parseNextStep } from "../../../shared/domain/parse-next-step.ts";
import type { CalendarDay } from "../../../shared/core/calendar.ts";
import type { TaskDraft } from "../../../shared/domain/plan-task.ts";
import { readTime } from "../../../shared/domain/typed-moment.ts";
import { ok, refuse, type Result } from "../../../shared/core/result.ts";
import { readDuration } from "../../../shared/domain/typed-duration.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { Task } from "../../../shared/entities/task.ts";
import type { FormTexts } from "../../local-store/use-kept-form.ts";
import { formatDay } from "../../ui/format.ts";

/** Formulas that are offered; any other may be typed (TSK-6). */
export const REPEATS = ["1D", "1W", "2W", "1M", "1Q", "1Y"] as const;

/** The form of a task as it opens. */
export function textsOfTask(
  task: Task | null,
  contact: Contact | null,
  today: CalendarDay,
  salesperson: string | undefined,
  /** Of the set-up, where neither the person nor the contact has one. */
  otherwise = "",
): FormTexts {
  return {
    description: task?.description ?? "",
    type: task?.type ?? "task",
    date: formatDay(task?.date ?? today),
    startTime: task?.startTime ?? "",
    duration: task?.durationMin === undefined ? "" : String(task.durationMin),
    location: task?.location ?? "",
    priority: task?.priority ?? "normal",
    status: task?.status ?? "notStarted",
    salesperson: task
      ? (task.salesperson ?? "")
      : (salesperson ?? contact?.salesperson ?? otherwise),
    team: task?.team ?? "",
    comment: task?.comment ?? "",
    contactId: contact?.id ?? "",
    attendees: (task?.attendees ?? []).join(" "),
    repeatEvery: task?.repeatEvery ?? "",
    repeatFrom: task?.repeatFrom ?? "due",
  };
}

/** Where words are read: the work date, and the person's language. */
export interface SaidOn {
  readonly today: CalendarDay;
  /** BCP 47 */
  readonly language: string;
}

/**
 * What is written of a new task also says when and how, as the next step of a visit does: `rappeler Clément demain`. What
 * somebody has set in a field of its own stays.
 */
export function textsSaid(
  texts: FormTexts,
  description: string,
  { today, language }: SaidOn,
): FormTexts {
  const step = parseNextStep(description, today, language);
  const saidDate = step?.date ? formatDay(step.date) : "";
  const saidType = step?.type ?? "";
  const own = (name: string, was: string, first: string) =>
    texts[name] !== first && texts[name] !== (texts[was] || first);
  return {
    description,
    ...(own("date", "saidDate", formatDay(today))
      ? { saidDate: "" }
      : { saidDate, date: saidDate || formatDay(today) }),
    ...(own("type", "saidType", "task")
      ? { saidType: "" }
      : { saidType, type: saidType || "task" }),
  };
}

/** The title of a task: the words for its day are left out where they have become its day. */
export function titleOf(texts: FormTexts, said: SaidOn): string {
  const { description = "", saidDate = "", date = "" } = texts;
  const day = parseDay(date.trim(), said.today);
  if (day === null || formatDay(day) !== saidDate) return description;
  const step = parseNextStep(description, said.today, said.language);
  return step?.description ?? description;
}

/** What was typed, or which of it cannot be read: that is told and stays in its field. */
export function draftOf(
  texts: FormTexts,
  said: SaidOn,
): Result<TaskDraft, { readonly kind: "day" | "time" | "duration" }> {
  const date = parseDay((texts["date"] ?? "").trim(), said.today);
  if (date === null) return refuse({ kind: "day" });
  const text = (name: string) => (texts[name] ?? "").trim() || undefined;
  const typed = { time: text("startTime"), duration: text("duration") };
  const minutes = typed.duration && readDuration(typed.duration);
  if (minutes === null) return refuse({ kind: "duration" });
  const startTime = typed.time && readTime(typed.time);
  if (startTime === null) return refuse({ kind: "time" });
  const repeatEvery = text("repeatEvery")?.toUpperCase();
  return ok({
    type: (texts["type"] ?? "task") as Task["type"],
    description: titleOf(texts, said),
    date,
    startTime: startTime || undefined,
    durationMin: minutes || undefined,
    location: text("location"),
    priority: (texts["priority"] ?? "normal") as NonNullable<Task["priority"]>,
    status: (texts["status"] ?? "notStarted") as Task["status"],
    salesperson: text("salesperson"),
    team: text("team"),
    comment: text("comment"),
    attendees: (texts["attendees"] ?? "").split(" ").filter(Boolean),
    repeatEvery,
    ...(repeatEvery === undefined
      ? {}
      : { repeatFrom: texts["repeatFrom"] === "closed" ? "closed" : "due" }),
  });
}

/** Fields of a new task that stand behind "More" until one asks for them, and as what they begin. */
export function isMore(texts: FormTexts, first: FormTexts): boolean {
  return MORE.some((name) => (texts[name] ?? "") !== (first[name] ?? ""));
}

const MORE = [
  ...["activity", "team", "startTime", "duration", "priority", "location"],
  ...["repeatEvery", "attendees", "comment"],
] as const;
