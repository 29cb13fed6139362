import type { i18n } from "i18next";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { UndoLog, UndoOutcome } from "../../local-store/undo-state.ts";
import type { Command } from "../../local-store/undo-record.ts";
import { bridge } from "../../platform/bridge.ts";
import { useNotify, type Notice } from "../../ui/notices.tsx";
import { provideCommands, requestRedo } from "../../ui/undo-request.ts";
import { wordOf } from "../../ui/word-of.ts";
import { isElsewhere, isTyping } from "../../ui/use-hotkeys.ts";

const NAMED = 3;

/** Joins the list of what was done with keys, notices and the Edit menu, and tells what an Undo could not take back. */
export function useUndo(): void {
  const { undo } = useLocalStore();
  const { i18n } = useTranslation();
  const notify = useNotify();
  useEffect(() => {
    const tell = (outcome: UndoOutcome | null) => {
      if (outcome) notify(noticeOf(outcome, i18n));
    };
    const lost = () => notify({ text: i18n.t("error.save.io") });
    return provideCommands({
      latest: () => undo.state().undo?.id ?? null,
      isDone: (id) =>
        undo.commands().some((one) => one.id === id && one.state === "done"),
      undo(id) {
        // While one types the key is the text's; what lies behind a dialog rests. A named one was clicked.
        if (id === undefined && rests()) return false;
        if (undo.state().running || (id === undefined && !undo.state().undo))
          return false;
        undo.undo(id).then(tell, lost);
        return true;
      },
      redo() {
        if (rests() || undo.state().running || !undo.state().redo) return false;
        undo.redo().then(tell, lost);
        return true;
      },
      subscribe: undo.subscribe,
    });
  }, [undo, i18n, notify]);
  useEffect(() => nameInMenu(undo, i18n), [undo, i18n, i18n.language]);
}

function rests(): boolean {
  return isElsewhere() || isTyping(document.activeElement);
}

function nameInMenu(undo: UndoLog, words: i18n): () => void {
  let told = "";
  const tell = () => {
    const { undo: last, redo } = undo.state();
    const names = {
      undo: last && commandWord(last, words).slice(0, 300),
      redo: redo && commandWord(redo, words).slice(0, 300),
    };
    if (told === JSON.stringify(names)) return;
    told = JSON.stringify(names);
    void bridge.invoke("menu/name-undo", names);
  };
  tell();
  return undo.subscribe(tell);
}

/** "Card edited (Luc Pasquier)", "Cards edited (12 records)". */
export function commandWord(command: Command, words: i18n): string {
  const action = wordOf(words, command.label) ?? command.label;
  const { name, records } = command;
  const about =
    name ?? (records > 1 ? words.t("undo.records", { count: records }) : "");
  return about === "" ? action : words.t("undo.about", { action, about });
}

function noticeOf(
  { command, state, status, kept }: UndoOutcome,
  words: i18n,
): Notice {
  const what = commandWord(command, words);
  const told = {
    done: state === "undone" ? "undo.done" : "undo.again",
    failed: "undo.failed",
    canceled: "undo.canceled",
    incomplete: "undo.incomplete",
  } as const;
  // Who brings a contact back thinks of the contact, not of the deletion that is undone by it.
  const isRestored =
    status === "done" && state === "undone" && command.deleted !== undefined;
  const text = [
    isRestored
      ? words.t("trash.restored", { what: deletedOf(command) })
      : words.t(told[status], { what }),
    kept.length > 0 &&
      words.t("undo.kept", {
        count: kept.length,
        what: kept
          .slice(0, NAMED)
          .map(({ name, path }) =>
            [name, path !== "" && fieldWord(path, words)]
              .filter(Boolean)
              .join(": "),
          )
          .join(", "),
      }),
  ]
    .filter(Boolean)
    .join(" ");
  return state === "undone" && status === "done"
    ? {
        text,
        action: {
          label: words.t("redo"),
          shortcut: words.t("key.redo"),
          run: () => void requestRedo(),
        },
      }
    : { text };
}

function deletedOf({ deleted = [] }: Command): string {
  const names = deleted.slice(0, NAMED).map(({ name }) => name);
  return [...names, ...(deleted.length > NAMED ? ["…"] : [])].join(", ");
}

/** As on the card; `more/ITEM/value` belongs to `more`. */
function fieldWord(path: string, words: i18n): string {
  const member = path.split("/")[0] ?? path;
  return wordOf(words, `field.${member}`) ?? member;
}
