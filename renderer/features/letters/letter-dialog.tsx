import Button from "@mui/material/Button";
import DialogActions from "@mui/material/DialogActions";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { WINDOW_SIDES } from "../../../shared/domain/letter.ts";
import { parseDay } from "../../../shared/domain/parse-day.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useFoundDraft, useKeptForm } from "../../local-store/use-kept-form.ts";
import { printPage, savePdf } from "../../platform/save-file.ts";
import { useOpenElsewhere } from "../../ui/use-open-elsewhere.ts";
import { formatCount, formatDay } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { LetterForm } from "./letter-form.tsx";
import { LetterPages } from "./letter-pages.tsx";
import { LettersReady } from "./letters-ready.tsx";
import { LETTERS_MAX, useLetters, useRecipients } from "./use-letters.ts";

/** A letter to one or to many; what is typed stays for the next one. */
export function LetterDialog(props: {
  ids: readonly string[];
  onClose(): void;
}) {
  const recipients = useRecipients(props.ids);
  const found = useFoundDraft(
    "letter",
    "last",
    useOpenElsewhere(props.onClose),
  );
  if (recipients === null || !found) return null;
  return <OpenLetter {...props} recipients={recipients} found={found} />;
}

function OpenLetter(props: {
  ids: readonly string[];
  recipients: readonly Contact[];
  found: NonNullable<ReturnType<typeof useFoundDraft>>;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { now, today, owner } = useSession();
  const notify = useNotify();
  const codes = useCodes();
  const { recipients } = props;
  const form = useKeptForm(
    props.found,
    {
      ...{ sender: owner.name ?? "", place: "", subject: "", body: "" },
      ...{ closing: "", formality: "formal", side: "right" },
    },
    now,
  );
  const { sender = "", place = "", subject = "", body = "" } = form.texts;
  const { closing = "" } = form.texts;
  const [typedDay, setDay] = useState(() => formatDay(today));
  const day = parseDay(typedDay.trim(), today);
  const side =
    WINDOW_SIDES.find((one) => one === form.texts["side"]) ?? "right";
  const formality =
    form.texts["formality"] === "informal" ? "informal" : "formal";
  const plan = useLetters(recipients, codes, {
    ...{ formality, place, day: day ?? today },
  });
  const [printed, setPrinted] = useState<(() => void) | null>(null);
  const busy = useRef(false);

  async function onPaper(to: "pdf" | "print"): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    form.flush();
    try {
      await new Promise<void>((ready) => setPrinted(() => ready));
      const name = `${t("letter.file")}-${day ?? today}.pdf`;
      const written = to === "pdf" ? await savePdf(name) : await printPage();
      if (written === "failed") notify({ text: t("export.failed") });
      if (written === "saved")
        notify({ text: t("letter.saved", { count: plan.letters.length }) });
    } catch {
      notify({ text: t("export.failed") });
    } finally {
      busy.current = false;
      setPrinted(null);
    }
  }
  function leave(): void {
    form.flush();
    props.onClose();
  }
  const none = plan.letters.length === 0 || day === null;
  return (
    <Dialog
      open
      onClose={leave}
      aria-labelledby="letter-title"
      fullWidth
      maxWidth="sm"
    >
      <DialogTitle id="letter-title">
        {t("letter.title", {
          count: props.ids.length,
          name: recipients[0]?.name ?? "",
        })}
      </DialogTitle>
      <DialogContent sx={{ display: "grid", gap: 2, pt: "8px !important" }}>
        <LetterForm
          {...{ sender, place, subject, body, closing, side, formality }}
          day={typedDay}
          onText={form.set}
          onDay={setDay}
        />
        <LettersReady plan={plan} codes={codes} />
        {props.ids.length > LETTERS_MAX && (
          <div>{t("letter.tooMany", { n: formatCount(LETTERS_MAX) })}</div>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={leave}>
          {t("close")}
        </Button>
        <Button
          variant="outlined"
          disabled={none}
          onClick={() => void onPaper("pdf")}
        >
          {t("export.pdf")}
        </Button>
        <Button
          variant="contained"
          disabled={none}
          onClick={() => void onPaper("print")}
        >
          {t("export.print")}
        </Button>
      </DialogActions>
      {printed && (
        <LetterPages
          letters={plan.letters}
          {...{ side, sender, subject, closing }}
          text={body}
          ready={printed}
        />
      )}
    </Dialog>
  );
}
