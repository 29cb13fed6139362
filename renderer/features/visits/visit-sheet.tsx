import CloseRounded from "@mui/icons-material/CloseRounded";
import Box from "@mui/material/Box";
import Drawer from "@mui/material/Drawer";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { NewContactForm } from "../../ui/new-contact.ts";
import { useStoredDraft } from "./use-visit-draft.ts";
import {
  callMade,
  emptyVisit,
  type TypedVisit,
} from "../../../shared/domain/typed-visit.ts";
import { VisitForm } from "./visit-form-view.tsx";
import type { VisitAbout } from "../../ui/commands.ts";
import { useOpenElsewhere } from "../../ui/use-open-elsewhere.ts";
import { useSession } from "../../ui/session.ts";

/** Log visit (V): a sheet over whatever one is doing. It closes only after the visit is on the disk; Esc keeps a draft. */
export function VisitSheet(props: {
  /** "" = the person chooses. */
  contactId: string;
  /** It is a call that was just made. */
  call?: { readonly startedAt: number; readonly minutes: number };
  /** What tells of it all: it waits in the field of whom, understood. */
  sentence?: string | undefined;
  /** The task that it is the outcome of (TSK-3). */
  about?: VisitAbout | undefined;
  newContact?: NewContactForm;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { sentence = "" } = props;
  const draft = useStoredDraft(
    props.contactId,
    sentence !== "",
    props.about?.again,
    useOpenElsewhere(props.onClose),
  );
  const { today } = useSession();
  // Save and next: each one is a form of its own.
  const [rounds, setRounds] = useState<readonly TypedVisit[]>([]);
  const next = rounds.at(-1);
  const fresh = props.call
    ? callMade(props.contactId, today, props.call)
    : {
        ...emptyVisit(props.contactId, today),
        ...(props.about?.call === true ? { template: "OUTGOING" } : {}),
        ...(props.about?.mail === true ? { template: "EMAIL" } : {}),
      };
  const leave = useRef<(() => void) | null>(null);
  const early = useRef("");
  const close = () => (leave.current ?? props.onClose)();
  return (
    <Drawer
      open
      anchor="right"
      onClose={close}
      onKeyDown={({ key, ctrlKey, metaKey }) => {
        if (!draft && key.length === 1 && !ctrlKey && !metaKey)
          early.current += key;
      }}
      slotProps={{
        paper: {
          role: "dialog",
          "aria-modal": true,
          "aria-labelledby": "visit-title",
          sx: {
            width: 520,
            maxWidth: "100%",
            borderLeft: 1,
            borderColor: "divider",
            display: "flex",
            flexDirection: "column",
          },
        },
      }}
    >
      <Box
        sx={{
          display: "flex",
          alignItems: "center",
          px: 2.5,
          py: 1.5,
          borderBottom: 1,
          borderColor: "divider",
        }}
      >
        <Typography id="visit-title" variant="h2" sx={{ flex: 1 }}>
          {t(
            props.about?.again === undefined
              ? "visit.title"
              : "visit.againTitle",
          )}
        </Typography>
        <IconButton aria-label={t("close")} onClick={close}>
          <CloseRounded fontSize="small" />
        </IconButton>
      </Box>
      {draft && (
        <VisitForm
          key={rounds.length}
          start={next ?? draft.values ?? fresh}
          typed={next === undefined ? sentence + early.current : ""}
          taskId={next === undefined ? props.about?.taskId : undefined}
          again={next === undefined ? props.about?.again : undefined}
          found={next === undefined ? draft : null}
          newContact={props.newContact}
          leave={leave}
          onClose={props.onClose}
          onNext={(start) => setRounds((before) => [...before, start])}
        />
      )}
    </Drawer>
  );
}
