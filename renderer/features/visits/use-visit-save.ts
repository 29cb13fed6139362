import { localTime } from "../../../shared/core/calendar.ts";
import { attachmentChanges } from "../../../shared/domain/attachment.ts";
import { logVisit } from "../../../shared/domain/log-visit.ts";
import type { Change } from "../../../shared/domain/change.ts";
import type { Interaction } from "../../../shared/entities/interaction.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";
import {
  toDraft,
  type Presets,
  type TypedVisit,
} from "../../../shared/domain/typed-visit.ts";
import { thumbOf } from "./thumbs.ts";

export type VisitOutcome =
  | { readonly kind: "saved"; readonly name: string }
  | {
      readonly kind: "failed";
      readonly why:
        | "visit.needWho"
        | "visit.privacyBlocked"
        | "visit.future"
        | "error.save.disk-full"
        | "error.save.io";
    };

/** Rule, then journal; `saved` only when the journal has answered. The draft goes after it: a kill in between leaves one too many. */
export function useVisitSave() {
  const { store, save } = useLocalStore();
  const codes = useCodes();
  const { today, language, now, newId, owner } = useSession();
  return async (
    values: TypedVisit,
    presets: Presets,
    draftRemoval: () => readonly Change[],
    taskId?: string,
  ): Promise<VisitOutcome> => {
    const contact = await store.get("contacts", values.contactId);
    if (!contact) return { kind: "failed", why: "visit.needWho" };
    const met = await store.getMany("contacts", values.attendees);
    const logged = logVisit(
      {
        contact,
        met: [...met.values()],
        template: codes.find("interactionTemplate", values.template),
        userSalesperson: owner.salesperson ?? null,
        today,
        time: localTime(new Date(now())),
        newId,
      },
      {
        ...toDraft(values, { today, language }, presets),
        ...(taskId === undefined ? {} : { taskId }),
      },
    );
    if (!logged.ok) {
      const blocked = logged.error.kind === "privacy-blocked";
      return {
        kind: "failed",
        why: blocked ? "visit.privacyBlocked" : "visit.future",
      };
    }
    const files = await filesOf(logged.value, values, newId);
    const result = await save("action.logVisit", [...logged.value, ...files]);
    if (result.status === "failed") {
      return { kind: "failed", why: `error.save.${result.reason}` };
    }
    void save("action.draft", draftRemoval());
    return { kind: "saved", name: contact.name };
  };
}

/** The files of the visit that is being written, in the same command: they come and go with it. */
async function filesOf(
  changes: readonly Change[],
  { files }: TypedVisit,
  newId: () => string,
): Promise<readonly Change[]> {
  const visit = changes.find(({ c }) => c === "interactions")?.after;
  if (!visit || files.length === 0) return [];
  const ready = [];
  for (const file of files) {
    const isPicture = file.mime.startsWith("image/");
    const thumb = isPicture ? await thumbOf(file) : null;
    ready.push({ ...file, ...(thumb === null ? {} : { thumb }) });
  }
  return attachmentChanges(visit as Interaction, ready, newId);
}
