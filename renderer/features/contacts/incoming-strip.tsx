import SyncAltRounded from "@mui/icons-material/SyncAltRounded";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ServerStamps } from "../../../shared/entities/computed.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { formatMoment } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { FieldStrip } from "./field-strip.tsx";

/**
 * Under a field that is being typed in: what somebody else has written there meanwhile. Never more than a strip: what
 * one types stays, and Esc or the button shows theirs (ux.md 5(e)6).
 */
export function IncomingStrip(props: {
  contact: Contact;
  /** The stored value, comparable. */
  value: string;
  /** The same as the card shows it. */
  shown: string;
  onSee(): void;
}) {
  const { t } = useTranslation();
  const { owner, now } = useSession();
  const [start] = useState(props.value);
  if (props.value === start) return null;
  const { modifiedAt, modifiedBy } =
    ServerStamps.safeParse(props.contact).data ?? {};
  const own = modifiedBy !== undefined && modifiedBy === owner.userId;
  return (
    <FieldStrip
      role="status"
      icon={<SyncAltRounded aria-hidden />}
      text={t(own ? "incoming.own" : "incoming.other", {
        time:
          modifiedAt === undefined
            ? ""
            : formatMoment(Date.parse(modifiedAt), now()),
        value: props.shown === "" ? t("conflict.empty") : props.shown,
      })}
    >
      <Button
        size="small"
        color="warning"
        // The focus stays in the field: leaving it would save what is typed.
        onMouseDown={(event) => event.preventDefault()}
        onClick={props.onSee}
      >
        {t("incoming.see")}
      </Button>
    </FieldStrip>
  );
}
