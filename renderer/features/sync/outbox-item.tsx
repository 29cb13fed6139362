import ChevronRightRounded from "@mui/icons-material/ChevronRightRounded";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "../../ui/format.ts";
import { useNow } from "../../ui/use-now.ts";
import { ChangesTable } from "./changes-table.tsx";
import { spokenChanges } from "./field-words.ts";
import {
  keysOf,
  LineActions,
  spokenKey,
  type LineAction,
} from "./line-actions.tsx";
import type { OutboxLine } from "./outbox-lines.ts";
import { doneWord, recordWord, stateWord } from "./outbox-words.ts";

/** One record that waits: whom it is about, what was done and when; opened, its fields from old to new. */
export function OutboxItem(props: {
  line: OutboxLine;
  who: string | null;
  names: ReadonlyMap<string, string>;
  /** Name of the new contact that is sent before it. */
  waitsFor: string | null;
  actions: readonly LineAction[];
  /** Why nothing can be done with it. */
  why?: string | undefined;
}) {
  const { t, i18n } = useTranslation();
  const now = useNow(60_000);
  const [open, setOpen] = useState(false);
  const id = useId();
  const { line, names, actions } = props;
  const kind = recordWord(line.c, i18n);
  const changes = spokenChanges(line.fields).length;
  const title = props.who ?? kind;
  const isFree = props.why === undefined;
  return (
    <Box
      component="li"
      data-record={`${line.c}/${line.id}`}
      data-line={`${line.c}/${line.id}`}
      // Also while it is on its way: who has pressed a key is told so, or finds that it has come back.
      onKeyDown={keysOf(actions)}
      sx={{ "& + &": { borderTop: 1, borderColor: "divider" } }}
    >
      <ButtonBase
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-keyshortcuts={
          isFree
            ? actions.map(({ key }) => spokenKey(key)).join(" ")
            : undefined
        }
        onClick={() => setOpen((before) => !before)}
        sx={{
          width: "100%",
          display: "flex",
          justifyContent: "flex-start",
          gap: 1.25,
          px: 1.5,
          py: 1,
          textAlign: "left",
          "&:hover": { bgcolor: "surface.hover" },
          "&.Mui-focusVisible": { outlineOffset: -2 },
        }}
      >
        <ChevronRightRounded
          aria-hidden
          sx={{
            fontSize: 20,
            flex: "none",
            color: "text.secondary",
            transform: open ? "rotate(90deg)" : undefined,
          }}
        />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box sx={{ fontWeight: 550, overflowWrap: "anywhere" }}>{title}</Box>
          <Box sx={{ fontSize: 12.5, color: "text.secondary" }}>
            {[
              kind,
              doneWord(line, i18n),
              props.waitsFor !== null &&
                t("outbox.waitsFor", { name: props.waitsFor }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </Box>
        </Box>
        <Box
          sx={{
            flex: "none",
            textAlign: "right",
            fontSize: 12.5,
            color: "text.secondary",
          }}
        >
          <Box>{formatMoment(line.at, now)}</Box>
          <Box>{stateWord(line.state, changes, i18n)}</Box>
        </Box>
      </ButtonBase>
      {open && (
        <Box id={id} sx={{ pl: 5.5, pr: 1.5, pb: 1.5 }}>
          <Box sx={{ fontSize: 12.5, color: "text.secondary", mb: 0.5 }}>
            {t("syncPage.order", { n: line.order.join(", ") })}
          </Box>
          {changes > 0 && (
            <ChangesTable line={line} names={names} label={title} />
          )}
          <LineActions actions={actions} why={props.why} />
        </Box>
      )}
    </Box>
  );
}
