import { createContext, useContext } from "react";

export interface HistoryTarget {
  /** The record's collection. */
  readonly c: string;
  readonly id: string;
  readonly title: string;
  /** Of this field alone. */
  readonly field?: string;
}

/** What a visit is the outcome of, or which one is written again. */
export interface VisitAbout {
  readonly taskId?: string;
  /** A call is written up as one, a mail too. */
  readonly call?: boolean;
  readonly mail?: boolean;
  /** The interaction that is finished or corrected. */
  readonly again?: string;
}

/** A call or a mail that was begun from the app. */
export interface Reached {
  readonly kind: "call" | "mail";
  /** Unix milliseconds. */
  readonly startedAt: number;
  readonly minutes: number;
}

/** Where a task or an opportunity comes from. */
export interface WorkFrom {
  readonly interactionId?: string;
  readonly opportunityId?: string;
}

/** What can be started from anywhere: by a key, a menu or a button. */
export interface Commands {
  openContact(id: string): void;
  /** The card in a window of its own; without an id: the one that is open, if any. */
  openWindow(contactId?: string): void;
  /** Without an id: for the card that is open, if any. */
  logVisit(contactId?: string, about?: VisitAbout): void;
  /** Somebody was called or written to from here: the week proposes it (INT-14). */
  reached(contactId: string, reached: Reached): void;
  /** A call that was begun at `startedAt` (Unix ms) and took so many minutes. */
  logCall(contactId: string, startedAt: number, minutes: number): void;
  /** The same from a sentence that tells of it all. */
  writeUp(sentence: string): void;
  /** Without an id: for the card that is open, if any. */
  newTask(contactId?: string, from?: WorkFrom): void;
  openTask(id: string): void;
  /** The page before a visit; without an id: of the card that is open, if any. */
  brief(contactId?: string): void;
  /** Without an id: the form asks with whom. */
  newOpportunity(contactId?: string, from?: WorkFrom): void;
  /** `to`: with the form of a move to this stage. */
  openOpportunity(id: string, move?: { readonly to: number }): void;
  newCompany(name?: string): void;
  /** With a company: a person of that company; else an independent one may still get a company in the dialog. */
  newPerson(companyId?: string, name?: string): void;
  newIndependent(name?: string): void;
  find(): void;
  /** The box that finds everything and runs commands. */
  palette(): void;
  /** The list of those in whom a text is found. */
  search(text: string): void;
  /** The week that a day lies in. */
  openWeek(day: string): void;
  openSync(): void;
  /** The records of the ERP, and contacts from them. */
  openAccounts(): void;
  /** A letter to each of them. */
  writeLetter(contactIds: readonly string[]): void;
  /** All of the notebook into one file, and back. */
  openBackup(): void;
  /** What was ever written to a record; `title` says which it is. */
  openHistory(record: HistoryTarget): void;
  connect(): void;
  /** Nothing can be read any more until the notebook is opened again; what is half typed is kept. */
  lock(): void;
  /** Every command with its key. */
  shortcuts(): void;
  /** To the trash, companies with their people, unless open work stands against it; with Undo. */
  deleteContacts(ids: readonly string[]): void;
  openTrash(): void;
  /** Everything that is held about a person, as a file (PRV-3). */
  exportSubject(contactId: string): void;
  /** For ever, at somebody's request, after a question (PRV-4). */
  eraseContact(contactId: string): void;
  /** One set-up list by its kind (`industryGroup`), to be changed where it is needed. */
  editList(kind: string): void;
}

export const CommandsContext = createContext<Commands | null>(null);

export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (commands === null) throw new Error("No commands around this component.");
  return commands;
}
