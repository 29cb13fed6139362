import { localTime } from "../../../shared/core/calendar.ts";
import { attachmentChanges } from "../../../shared/domain/attachment.ts";
import { createOpportunity } from "../../../shared/domain/create-opportunity.ts";
import {
  againOf,
  writtenAgain,
} from "../../../shared/domain/finish-interaction.ts";
import { logVisit } from "../../../shared/domain/log-visit.ts";
import type { Change } from "../../../shared/domain/change.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
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

/** What else is known of a visit that is saved. */
export interface SaveAs {
  /** The task that it was (TSK-3). */
  readonly taskId?: string | undefined;
  /** The interaction that is finished or corrected by it. */
  readonly again?: string | undefined;
  readonly postponed?: boolean;
}

export type VisitOutcome =
  | { readonly kind: "saved"; readonly name: string }
  | {
      readonly kind: "failed";
      readonly why:
        | "visit.needWho"
        | "visit.privacyBlocked"
        | "visit.future"
        | "visit.opportunityRefused"
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
    { taskId, again, postponed }: SaveAs = {},
  ): Promise<VisitOutcome> => {
    const before =
      again === undefined ? null : await store.get("interactions", again);
    const how = before && againOf(before);
    const ids = how === "finish" && before ? [before.id] : [];
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
        // Finished it keeps its id, and what follows from it names that.
        newId: () => ids.shift() ?? newId(),
      },
      {
        ...toDraft(values, { today, language }, presets),
        ...(taskId === undefined ? {} : { taskId }),
        ...(postponed === true ? { postponed } : {}),
      },
    );
    if (!logged.ok) {
      const blocked = logged.error.kind === "privacy-blocked";
      return {
        kind: "failed",
        why: blocked ? "visit.privacyBlocked" : "visit.future",
      };
    }
    const written =
      before && how ? writtenAgain(before, how, logged.value) : logged.value;
    const opened = opportunityOf(written, contact, values);
    if (opened === null)
      return { kind: "failed", why: "visit.opportunityRefused" };
    const files = await filesOf(written, values, newId);
    const result = await save("action.logVisit", [
      ...written,
      ...opened,
      ...files,
    ]);
    if (result.status === "failed") {
      return { kind: "failed", why: `error.save.${result.reason}` };
    }
    void save("action.draft", draftRemoval());
    return { kind: "saved", name: contact.name };
  };

  /** INT-11: the one that the visit opens, named after its kind; null when the rules refuse it. */
  function opportunityOf(
    changes: readonly Change[],
    contact: Contact,
    { opens, template }: TypedVisit,
  ): readonly Change[] | null {
    const interaction = changes.find(({ c }) => c === "interactions")?.after;
    if (opens === "" || !interaction) return [];
    const made = createOpportunity(
      {
        ...{ contact, today, newId },
        cycle: codes.find("salesCycle", opens),
        userSalesperson: owner.salesperson ?? null,
        from: { interaction: interaction as Interaction, opportunities: [] },
        activity: (code) => codes.find("activity", code),
      },
      { description: codes.text("interactionTemplate", template, language) },
    );
    return made.ok ? made.value : null;
  }
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
