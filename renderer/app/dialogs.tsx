import type { ReactNode } from "react";
import { BriefDialog } from "../features/brief/brief-dialog.tsx";
import { CreateDialog } from "../features/contacts/create-dialog.tsx";
import type { CreateKind } from "../features/contacts/create-form.ts";
import { TypedDoubles } from "../features/duplicates/typed-doubles.tsx";
import { EraseDialog } from "../features/erasure/erase-dialog.tsx";
import { LetterDialog } from "../features/letters/letter-dialog.tsx";
import { NewOpportunityDialog } from "../features/opportunities/new-opportunity-dialog.tsx";
import { OpportunitySheet } from "../features/opportunities/opportunity-sheet.tsx";
import { readBought } from "../features/purchases/read-bought.ts";
import { SubjectDialog } from "../features/subject/subject-dialog.tsx";
import { HistorySheet } from "../features/sync/history-sheet.tsx";
import { TaskDialog } from "../features/tasks/task-dialog.tsx";
import { VisitSheet } from "../features/visits/visit-sheet.tsx";
import { newContact } from "../pages/new-contact.tsx";
import type { HistoryTarget, VisitAbout, WorkFrom } from "../ui/commands.ts";

/** What each dialog is opened with. */
interface Opened {
  history: { readonly target: HistoryTarget };
  visit: {
    readonly contactId: string;
    readonly call?: { readonly startedAt: number; readonly minutes: number };
    readonly sentence?: string;
    readonly about?: VisitAbout | undefined;
  };
  task: {
    readonly taskId: string | null;
    readonly contactId: string;
    readonly from: WorkFrom | undefined;
  };
  "new-opportunity": {
    readonly contactId: string;
    readonly from: WorkFrom | undefined;
  };
  opportunity: { readonly id: string; readonly to: number | undefined };
  subject: { readonly contactId: string };
  brief: { readonly contactId: string };
  erase: { readonly contactId: string };
  letter: { readonly ids: readonly string[] };
  create: {
    readonly what: CreateKind;
    readonly companyId: string | null;
    readonly name: string;
  };
}

type Kind = keyof Opened;
export type OpenDialog = {
  [K in Kind]: { readonly kind: K } & Opened[K];
}[Kind];

/** What the dialogs are told of the window around them. */
export interface DialogPlace {
  close(): void;
  openContact(id: string): void;
  readonly openCard: string;
  /** When this device last heard of the server. */
  readonly asOf: number | null;
  readonly offline: boolean;
}

type Draw<K extends Kind> = (what: Opened[K], place: DialogPlace) => ReactNode;

/** The dialogs that belong to no page, one a line. */
const DIALOGS: { readonly [K in Kind]: Draw<K> } = {
  history: ({ target }, { close }) => (
    <HistorySheet target={target} onClose={close} />
  ),
  visit: ({ contactId, call, sentence, about }, { close }) => (
    <VisitSheet
      {...{ contactId, sentence, about, newContact }}
      {...(call ? { call } : {})}
      onClose={close}
    />
  ),
  task: (what, { close }) => (
    <TaskDialog key={what.taskId ?? "new"} {...what} onClose={close} />
  ),
  "new-opportunity": ({ contactId, from }, { close }) => (
    <NewOpportunityDialog
      contactId={contactId}
      interactionId={from?.interactionId}
      onClose={close}
    />
  ),
  opportunity: (what, { close }) => (
    <OpportunitySheet {...what} onClose={close} />
  ),
  subject: ({ contactId }, { close, asOf }) => (
    <SubjectDialog contactId={contactId} asOf={asOf} onClose={close} />
  ),
  brief: ({ contactId }, { close }) => (
    <BriefDialog
      contactId={contactId}
      readBought={readBought}
      onClose={close}
    />
  ),
  erase: ({ contactId }, { close, offline }) => (
    <EraseDialog contactId={contactId} offline={offline} onClose={close} />
  ),
  letter: ({ ids }, { close }) => <LetterDialog ids={ids} onClose={close} />,
  create: ({ what, companyId, name }, { close, openContact, openCard }) => {
    const show = (id: string) => {
      close();
      openContact(id);
    };
    return (
      <CreateDialog
        kind={what}
        companyId={companyId}
        openCard={openCard === "" ? null : openCard}
        name={name}
        onClose={close}
        onOther={show}
        doubles={(typed) => <TypedDoubles {...typed} />}
        onCreated={({ id }) => show(id)}
      />
    );
  },
};

export function drawDialog<K extends Kind>(
  dialog: { readonly kind: K } & Opened[K],
  place: DialogPlace,
): ReactNode {
  const draw: Draw<K> = DIALOGS[dialog.kind];
  const { kind: _kind, ...what } = dialog;
  return draw(what as unknown as Opened[K], place);
}
