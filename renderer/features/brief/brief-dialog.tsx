import PictureAsPdfOutlined from "@mui/icons-material/PictureAsPdfOutlined";
import PrintOutlined from "@mui/icons-material/PrintOutlined";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useLive } from "../../local-store/use-live.ts";
import { printPage, savePdf } from "../../platform/save-file.ts";
import { useNotify } from "../../ui/notices.tsx";
import { PrintPaper } from "../../ui/print-paper.tsx";
import { BRIEF_LEVELS, type BriefLimits } from "./brief-limits.ts";
import { BriefPage } from "./brief-page.tsx";
import { readBrief, type Brief, type ReadBought } from "./read-brief.ts";

/** The page before a visit as it will be printed, and its ways to paper. */
export function BriefDialog(props: {
  contactId: string;
  readBought: ReadBought;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const services = useLocalStore();
  const titleId = useId();
  const { contactId, readBought, onClose } = props;
  const live = useLive({
    key: `brief/${contactId}`,
    collections: [
      ...(["contacts", "interactions", "tasks", "opportunities"] as const),
      ...(["files", "accounts", "purchases"] as const),
    ],
    // The projection hears of a change a little after the store.
    also: (tell) => services.list.subscribe(tell),
    read: () => readBrief(services, contactId, readBought),
  });
  const brief = live.status === "ready" ? live.value : null;
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      maxWidth={false}
      slotProps={{ paper: { sx: { width: 880, maxWidth: "96vw" } } }}
    >
      <DialogTitle id={titleId}>
        {brief ? t("brief.of", { name: brief.contact.name }) : t("brief.title")}
      </DialogTitle>
      {live.status === "ready" && brief === null ? (
        <DialogContent>{t("card.goneTitle")}</DialogContent>
      ) : (
        brief && <Fitted key={contactId} brief={brief} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Fitted(props: { brief: Brief; onClose(): void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const codes = useCodes();
  const { onClose } = props;
  const brief = useMemo(
    () => ({ ...props.brief, codes }),
    [props.brief, codes],
  );
  const { page, limits } = useFit(brief);
  const [printed, setPrinted] = useState<{ readonly ready: () => void }>();

  async function onPaper(kind: "pdf" | "print"): Promise<void> {
    await new Promise<void>((ready) => setPrinted({ ready }));
    const name = brief.contact.name.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
    try {
      const written =
        kind === "pdf"
          ? await savePdf(`${t("brief.file")}-${name}.pdf`)
          : await printPage();
      if (written === "failed") notify({ text: t("export.failed") });
      if (written === "saved") notify({ text: t("brief.saved") });
    } catch {
      notify({ text: t("export.failed") });
    } finally {
      setPrinted(undefined);
    }
  }
  return (
    <>
      <DialogContent
        tabIndex={0}
        sx={{ bgcolor: "surface.sunken", p: 2, overflow: "auto" }}
      >
        <Box
          ref={page}
          sx={{
            width: "fit-content",
            mx: "auto",
            p: "12mm",
            bgcolor: "#fff",
            boxShadow: 2,
          }}
        >
          <BriefPage brief={brief} limits={limits} />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t("close")}
        </Button>
        <Button
          variant="outlined"
          startIcon={<PictureAsPdfOutlined />}
          onClick={() => void onPaper("pdf")}
        >
          {t("brief.pdf")}
        </Button>
        <Button
          variant="contained"
          autoFocus
          startIcon={<PrintOutlined />}
          onClick={() => void onPaper("print")}
        >
          {t("brief.print")}
        </Button>
      </DialogActions>
      {printed && (
        <PrintPaper size="A4" ready={printed.ready}>
          <BriefPage brief={brief} limits={limits} />
        </PrintPaper>
      )}
    </>
  );
}

/** What does not fit on the page gives way, step by step, until it does. */
function useFit(brief: Brief) {
  const page = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState({ brief, level: 0 });
  const level = fit.brief === brief ? fit.level : 0;
  useLayoutEffect(() => {
    const sheet = page.current?.querySelector("[data-brief]");
    if (!sheet || sheet.scrollHeight <= sheet.clientHeight) return;
    if (level < BRIEF_LEVELS.length - 1) setFit({ brief, level: level + 1 });
  }, [brief, level]);
  return { page, limits: BRIEF_LEVELS[level] as BriefLimits };
}
