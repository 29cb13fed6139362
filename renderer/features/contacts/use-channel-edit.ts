import { useTranslation } from "react-i18next";
import {
  removeChannel,
  writeChannel,
  type TypedChannel,
} from "../../../shared/domain/more-channels.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useNotify } from "../../ui/notices.tsx";
import { holdsLine, type ChannelLine } from "./channel-lines.ts";
import type { CardEdit } from "./use-card-edit.ts";
import type { RefusedText } from "../../local-store/refused-texts.ts";

export interface ChannelEdit {
  /** Writes what was typed into a line; false when it was refused. An emptied value takes the line away. */
  commit(
    contact: Contact,
    line: ChannelLine,
    typed: Omit<TypedChannel, "kind">,
  ): Promise<boolean>;
  /** Takes the line away, with an Undo. */
  remove(contact: Contact, line: ChannelLine): Promise<boolean>;
  /** Forgets what was typed and not written. */
  revert(line: ChannelLine): void;
  /** What stands on the disk has the line, whatever the card shows. */
  stands(contact: Contact, name: string): Promise<boolean>;
}

/** Every edit of the further channels goes through here; a text that is not written stays in its line. */
export function useChannelEdit(edit: CardEdit): ChannelEdit {
  const { t } = useTranslation();
  const { store } = useLocalStore();
  const notify = useNotify();
  const texts = ["label", "value"] as const;

  // What stands now, not what stood when the line was opened: two quick edits build on each other.
  async function currentOf(contact: Contact): Promise<Contact> {
    return (await store.get("contacts", contact.id)) ?? contact;
  }
  function refuse(
    line: ChannelLine,
    typed: Omit<TypedChannel, "kind">,
    code: RefusedText["code"],
  ): false {
    // What was not typed is not kept: next time it would count as typed.
    const touched = texts.filter(
      (member) => typed[member] !== typed.opened?.[member],
    );
    for (const member of touched.length > 0 ? touched : texts)
      edit.refuse(`${line.name}/${member}`, { text: typed[member], code });
    return false;
  }
  function revert(line: ChannelLine): void {
    for (const member of texts) edit.revert(`${line.name}/${member}`);
  }

  async function remove(contact: Contact, line: ChannelLine): Promise<boolean> {
    const changes = removeChannel(await currentOf(contact), line.itemId);
    const what = line.channel?.value ?? "";
    const saved = await edit.commitChanges(
      "action.editContact",
      changes,
      t("channel.removed", { what }),
    );
    if (saved) revert(line);
    return saved;
  }

  async function write(
    contact: Contact,
    line: ChannelLine,
    typed: Omit<TypedChannel, "kind">,
  ): Promise<boolean> {
    if (typed.value.trim() === "") return remove(contact, line);
    const written = writeChannel(await currentOf(contact), line.itemId, {
      kind: line.kind,
      ...typed,
    });
    if (!written.ok) return refuse(line, typed, written.error.code);
    const saved = await edit.commitChanges("action.editContact", written.value);
    if (!saved) return refuse(line, typed, "not-saved");
    revert(line);
    return true;
  }

  return {
    commit: (contact, line, typed) =>
      write(contact, line, typed).catch(() => {
        notify({ text: t("error.save.io") });
        return refuse(line, typed, "not-saved");
      }),
    remove: (contact, line) =>
      remove(contact, line).catch(() => {
        notify({ text: t("error.save.io") });
        return false;
      }),
    revert,
    stands: async (contact, name) => holdsLine(await currentOf(contact), name),
  };
}
