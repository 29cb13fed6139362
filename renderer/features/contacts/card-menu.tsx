import MoreHorizRounded from "@mui/icons-material/MoreHorizRounded";
import IconButton from "@mui/material/IconButton";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Tooltip from "@mui/material/Tooltip";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays } from "../../../shared/core/calendar.ts";
import { leaveCompany } from "../../../shared/domain/move-contact.ts";
import { cardsText } from "../../local-store/drag-out.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { writeFile } from "../../platform/save-file.ts";
import { useCommands } from "../../ui/commands.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { useMenu } from "../../ui/use-menu.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { NearbyDialog } from "./nearby-dialog.tsx";
import { TypeDialog } from "./type-dialog.tsx";
import { usePrintCard } from "./use-print-card.tsx";
import type { Card } from "./use-card.ts";
import type { CardEdit } from "./use-card-edit.ts";
import { useCardPicture } from "./use-card-picture.tsx";

/** What one does seldom: change of employer, independence, change of type, copying the number. */
export function CardMenu({ card, edit }: { card: Card; edit: CardEdit }) {
  const { t } = useTranslation();
  const commands = useCommands();
  const notify = useNotify();
  const { store } = useLocalStore();
  const { button, menu, wanted, choose } = useMenu();
  const [dialog, setDialog] = useState<"move" | "type" | "nearby" | null>(null);
  const { today, newId, owner } = useSession();
  const picture = useCardPicture(card, edit);
  const { contact } = card;
  const isPerson = contact.type === "person";
  const { print, sheet } = usePrintCard(contact);

  async function copyCard(): Promise<void> {
    const { text } = await cardsText(store, [contact.id], "4.0");
    await navigator.clipboard.writeText(text);
    notify({ text: t("card.copied") });
  }
  async function saveCard(): Promise<void> {
    const { text, name } = await cardsText(store, [contact.id], "4.0");
    const words = name.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
    if ((await writeFile(`${words}.vcf`, text)) === "failed")
      notify({ text: t("export.failed") });
  }
  async function becomeIndependent(): Promise<void> {
    const left = leaveCompany({
      person: contact,
      from: card.company,
      until: addDays(today, -1),
      newId,
    });
    if (!left.ok) return;
    await edit.commitChanges(
      "action.leaveCompany",
      left.value,
      t("card.nowIndependent", { name: contact.name }),
    );
  }

  return (
    <>
      <Tooltip title={t("card.more")}>
        <IconButton
          {...button}
          aria-label={t("card.more")}
          sx={{ width: 32, height: 32 }}
        >
          <MoreHorizRounded fontSize="small" />
        </IconButton>
      </Tooltip>
      {wanted && (
        <Menu {...menu}>
          {isPerson && (
            <MenuItem onClick={choose(() => setDialog("move"))}>
              {t(contact.companyId ? "card.move" : "card.join")}
            </MenuItem>
          )}
          {isPerson && contact.companyId !== undefined && (
            <MenuItem onClick={choose(() => void becomeIndependent())}>
              {t("card.makeIndependent")}
            </MenuItem>
          )}
          <MenuItem onClick={choose(() => commands.openWindow(contact.id))}>
            {t("cmd.cardWindow")}
          </MenuItem>
          <MenuItem onClick={choose(() => commands.brief(contact.id))}>
            {t("brief.open")}
          </MenuItem>
          <MenuItem onClick={choose(() => setDialog("nearby"))}>
            {t("nearby.open")}
          </MenuItem>
          <MenuItem onClick={choose(() => setDialog("type"))}>
            {t(isPerson ? "type.toCompany" : "type.toPerson")}
          </MenuItem>
          <MenuItem onClick={choose(() => picture.choose())}>
            {t("card.choosePicture")}
          </MenuItem>
          {picture.remove && (
            <MenuItem onClick={choose(() => picture.remove?.())}>
              {t("card.removePicture")}
            </MenuItem>
          )}
          <MenuItem onClick={choose(() => commands.writeLetter([contact.id]))}>
            {t("letter.open")}
          </MenuItem>
          <MenuItem onClick={choose(() => print("print"))}>
            {t("sheet.print")}
          </MenuItem>
          <MenuItem onClick={choose(() => print("pdf"))}>
            {t("sheet.pdf")}
          </MenuItem>
          <MenuItem
            onClick={choose(() =>
              commands.openHistory({
                c: "contacts",
                id: contact.id,
                title: contact.name,
              }),
            )}
          >
            {t("history.title")}
          </MenuItem>
          {isPerson && (
            <MenuItem
              onClick={choose(() => commands.exportSubject(contact.id))}
            >
              {t("subject.open")}
            </MenuItem>
          )}
          <MenuItem onClick={choose(() => void copyCard())}>
            {t("card.copyCard")}
          </MenuItem>
          <MenuItem onClick={choose(() => void saveCard())}>
            {t("card.saveCard")}
          </MenuItem>
          <MenuItem
            onClick={choose(
              () =>
                void navigator.clipboard.writeText(contact.no ?? contact.name),
            )}
          >
            {t(contact.no ? "card.copyNumber" : "card.copyName")}
          </MenuItem>
          <MenuItem
            onClick={choose(() => commands.deleteContacts([contact.id]))}
            sx={{ borderTop: 1, borderColor: "divider" }}
          >
            {t("card.delete")}
          </MenuItem>
          {owner.role === "admin" && (
            <MenuItem
              onClick={choose(() => commands.eraseContact(contact.id))}
              sx={{ color: "error.main" }}
            >
              {t("erase.open")}
            </MenuItem>
          )}
        </Menu>
      )}
      {picture.input}
      {sheet}
      {dialog === "move" && (
        <MoveDialog card={card} edit={edit} onClose={() => setDialog(null)} />
      )}
      {dialog === "nearby" && (
        <NearbyDialog contact={contact} onClose={() => setDialog(null)} />
      )}
      {dialog === "type" && (
        <TypeDialog
          contact={contact}
          edit={edit}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}
