import Box from "@mui/material/Box";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import {
  WINDOW_SIDES,
  type WindowSide,
} from "../../../shared/domain/letter.ts";
import { parseDay } from "../../../shared/domain/parse-day.ts";
import type { Formality } from "../../../shared/domain/salutation.ts";
import type { FormTexts } from "../../local-store/use-kept-form.ts";
import { TypedDayField } from "../../ui/typed-day-field.tsx";

const FORMALITIES = ["formal", "informal"] as const;

/** What all letters have in common. */
export function LetterForm(props: {
  sender: string;
  place: string;
  day: string;
  subject: string;
  body: string;
  closing: string;
  side: WindowSide;
  formality: Formality;
  onText(changed: FormTexts): void;
  onDay(day: string): void;
}) {
  const { t } = useTranslation();
  const { onText } = props;
  const two = {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(200px, 1fr))",
    gap: 2,
  };
  return (
    <>
      <TextField
        label={t("letter.sender")}
        helperText={t("letter.senderHint")}
        value={props.sender}
        multiline
        minRows={2}
        maxRows={5}
        onChange={(event) => onText({ sender: event.target.value })}
      />
      <Box sx={two}>
        <TextField
          label={t("letter.place")}
          value={props.place}
          onChange={(event) => onText({ place: event.target.value })}
        />
        <TypedDayField
          label={t("letter.day")}
          value={props.day}
          read={parseDay}
          onChange={props.onDay}
        />
      </Box>
      <TextField
        label={t("letter.subject")}
        value={props.subject}
        onChange={(event) => onText({ subject: event.target.value })}
      />
      <TextField
        label={t("letter.body")}
        helperText={t("letter.bodyHint")}
        value={props.body}
        multiline
        minRows={5}
        maxRows={14}
        onChange={(event) => onText({ body: event.target.value })}
      />
      <TextField
        label={t("letter.closing")}
        value={props.closing}
        multiline
        minRows={2}
        maxRows={5}
        onChange={(event) => onText({ closing: event.target.value })}
      />
      <Box sx={two}>
        <TextField
          select
          label={t("letter.formality")}
          value={props.formality}
          onChange={(event) => onText({ formality: event.target.value })}
        >
          {FORMALITIES.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`letter.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t("letter.window")}
          value={props.side}
          onChange={(event) => onText({ side: event.target.value })}
        >
          {WINDOW_SIDES.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`letter.window.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
    </>
  );
}
