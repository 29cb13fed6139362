import ArticleOutlined from "@mui/icons-material/ArticleOutlined";
import CallRounded from "@mui/icons-material/CallRounded";
import EditNoteRounded from "@mui/icons-material/EditNoteRounded";
import EditOutlined from "@mui/icons-material/EditOutlined";
import MailOutlineRounded from "@mui/icons-material/MailOutlineRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import IconButton from "@mui/material/IconButton";
import Link from "@mui/material/Link";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isProvisionalNo } from "../../../shared/domain/contact-number.ts";
import { emailAddresses } from "../../../shared/domain/email.ts";
import { phoneE164 } from "../../../shared/domain/phone.ts";
import { useCommands } from "../../ui/commands.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { kindOf } from "../../ui/kind-mark.tsx";
import { useSession } from "../../ui/session.ts";
import { useCall, useMail } from "../../ui/use-call.ts";
import { CardMenu } from "./card-menu.tsx";
import { ConflictStrip } from "./conflict-strip.tsx";
import { DragHandle } from "./drag-handle.tsx";
import { TextEditor } from "./fields/text-editor.tsx";
import { Portrait } from "./portrait.tsx";
import { SaveLine } from "./save-line.tsx";
import type { Card } from "./use-card.ts";
import type { CardEdit } from "./use-card-edit.ts";

/** Who this is, at a glance, and what one does most: log a visit, call, write. */
export function CardHeader(props: {
  card: Card;
  edit: CardEdit;
  badges?: ReactNode;
}) {
  const { t } = useTranslation();
  const commands = useCommands();
  const { owner } = useSession();
  const { contact, marks } = props.card;
  const kind = kindOf(contact);
  const nameConflict = props.card.conflicts.get("name");
  return (
    <Box component="header" sx={{ display: "flex", gap: 2 }}>
      <Portrait contact={contact} picture={props.card.picture} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: "flex", alignItems: "flex-start", gap: 1 }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <NameLine {...props} />
          </Box>
          <DragHandle contactId={contact.id} />
          <CardMenu card={props.card} edit={props.edit} />
        </Box>
        {nameConflict && (
          <ConflictStrip
            conflict={nameConflict}
            current={contact.name}
            shown={(value) => value}
            onUse={() => void props.edit.takeBack(nameConflict)}
            onDismiss={() => void props.edit.settle(nameConflict)}
          />
        )}
        <Box
          sx={{
            mt: 0.5,
            display: "flex",
            flexWrap: "wrap",
            alignItems: "center",
            columnGap: 1.25,
            rowGap: 0.25,
            color: "text.secondary",
            fontSize: 13,
          }}
        >
          <span>{t(`kind.${kind}`)}</span>
          {contact.no && <NumberMark no={contact.no} />}
          {contact.jobTitle && <span>{contact.jobTitle}</span>}
          {kind === "person" && contact.companyId && (
            <Link
              component="button"
              onClick={() => commands.openContact(contact.companyId ?? "")}
              sx={{
                fontSize: 13,
                fontWeight: 550,
                py: "3px",
                textAlign: "left",
                overflowWrap: "anywhere",
              }}
            >
              {contact.companyName ?? t("card.companyUnknown")}
            </Link>
          )}
          {props.badges}
          <SaveLine id={contact.id} marks={marks} />
          {contact.privacyBlocked && (
            <Chip size="small" color="warning" label={t("card.blocked")} />
          )}
        </Box>
        <Box
          role="group"
          aria-label={t("card.actions")}
          sx={{ mt: 1.75, display: "flex", gap: 1, flexWrap: "wrap" }}
        >
          <Button
            variant="contained"
            startIcon={<EditNoteRounded />}
            endIcon={<Kbd>V</Kbd>}
            aria-keyshortcuts="V"
            disabled={contact.privacyBlocked === true}
            onClick={() => commands.logVisit(contact.id)}
          >
            {t("card.logVisit")}
          </Button>
          <Button
            variant="outlined"
            color="inherit"
            startIcon={<ArticleOutlined />}
            endIcon={<Kbd>B</Kbd>}
            aria-keyshortcuts="B"
            onClick={() => commands.brief(contact.id)}
          >
            {t("brief.open")}
          </Button>
          <OutsideActions card={props.card} />
        </Box>
        {contact.privacyBlocked && (
          <Typography
            role="note"
            variant="body2"
            sx={{ mt: 1, color: "warning.main" }}
          >
            {t("card.blockedWhy")}
            {owner.role === "admin" && (
              <Button
                size="small"
                color="inherit"
                sx={{ ml: 1 }}
                onClick={() => commands.eraseContact(contact.id)}
              >
                {t("erase.open")}
              </Button>
            )}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

/** The name, edited where it stands. */
function NameLine({ card, edit }: { card: Card; edit: CardEdit }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { contact } = card;
  const refused = edit.refused.get("name");
  if (open) {
    return (
      <TextEditor
        contact={contact}
        label={t("field.name")}
        text={refused?.text ?? contact.name}
        problem={refused?.code ?? null}
        onText={async (text) => {
          if (await edit.commitText(contact, "name", text)) setOpen(false);
        }}
        onHold={(text) => edit.hold("name", text)}
        onPatch={() => {
          edit.revert("name");
          setOpen(false);
        }}
        onRevert={() => {
          edit.revert("name");
          setOpen(false);
        }}
      />
    );
  }
  return (
    <>
      <Box sx={{ display: "flex", alignItems: "center", gap: 0.5 }}>
        <Typography
          variant="h1"
          id="card-name"
          sx={{ overflowWrap: "anywhere", minWidth: 0 }}
        >
          {contact.name}
        </Typography>
        <Tooltip title={t("card.rename")}>
          <IconButton
            aria-label={t("card.rename")}
            onClick={() => setOpen(true)}
            sx={{ color: "text.secondary" }}
          >
            <EditOutlined sx={{ fontSize: 18 }} />
          </IconButton>
        </Tooltip>
      </Box>
      {refused && (
        <Typography
          variant="caption"
          component="p"
          sx={{ color: "error.main", overflowWrap: "anywhere" }}
        >
          {refused.text}: {t(`problem.${refused.code}`)}
        </Typography>
      )}
    </>
  );
}

function NumberMark({ no }: { no: string }) {
  const { t } = useTranslation();
  const provisional = isProvisionalNo(no);
  return (
    <Tooltip title={provisional ? t("card.provisionalHint") : ""}>
      <Box component="span" sx={{ fontVariantNumeric: "tabular-nums" }}>
        {no}
        {provisional && ` (${t("card.provisional")})`}
      </Box>
    </Tooltip>
  );
}

function OutsideActions({ card }: { card: Card }) {
  const { t } = useTranslation();
  const mail = useMail();
  const call = useCall();
  const { phone, mobile, email, country } = card.contact;
  const number = [mobile, phone]
    .map((one) => (one === undefined ? null : phoneE164(one, country)))
    .find((one) => one !== null);
  const [address] = email === undefined ? [] : emailAddresses(email);
  return (
    <>
      {number && (
        <Button
          variant="outlined"
          color="inherit"
          startIcon={<CallRounded />}
          onClick={() => call(`tel:${number}`, card.contact.id)}
        >
          {t("card.call")}
        </Button>
      )}
      {address && (
        <Button
          variant="outlined"
          color="inherit"
          startIcon={<MailOutlineRounded />}
          onClick={() => mail(`mailto:${address}`, card.contact.id)}
        >
          {t("card.email")}
        </Button>
      )}
    </>
  );
}
