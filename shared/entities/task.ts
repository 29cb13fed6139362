import { z } from "zod";
import { code, Day, Id, LongText, Minutes, text, TimeOfDay } from "./fields.ts";
import { serverStamps } from "./computed.ts";
import { AT_DESC_MAX, defineEntity } from "./define-entity.ts";

/** Planned work of a salesperson or team (domain.md TSK). */
export const Task = defineEntity({
  name: "tasks",
  number: 3,
  fields: z.strictObject({
    id: Id,
    no: code(20).optional(),
    contactId: Id.optional(),
    companyId: Id.optional(),
    type: z.enum(["task", "meeting", "phoneCall"]),
    description: text(100),
    /** Due day. */
    date: Day,
    startTime: TimeOfDay.optional(),
    durationMin: Minutes.optional(),
    location: text(100).optional(),
    status: z.enum([
      "notStarted",
      "inProgress",
      "completed",
      "waiting",
      "postponed",
    ]),
    priority: z.enum(["low", "normal", "high"]).optional(),
    salesperson: code(20).optional(),
    team: code(10).optional(),
    /** Status completed ⇔ closed (TSK-2). */
    closedOn: Day.optional(),
    canceled: z.boolean().optional(),
    completedBy: code(20).optional(),
    /** The visit it came from. */
    interactionId: Id.optional(),
    opportunityId: Id.optional(),
    comment: LongText.optional(),
    /** Who else takes part. */
    attendees: z.array(Id).max(100).optional(),
    /** TSK-5: when it is closed the next one follows, by this date formula from the due day or the closing day. */
    repeatEvery: text(32).optional(),
    repeatFrom: z.enum(["due", "closed"]).optional(),
  }),
  computed: z.object(serverStamps),
  sets: ["attendees"],
  indexed: (v) => ({
    ...(v.contactId === undefined ? {} : { contactId: v.contactId }),
    atDesc: AT_DESC_MAX - Date.parse(`${v.date}T${v.startTime ?? "00:00"}:00Z`),
  }),
});
export type Task = z.infer<typeof Task.fields>;
