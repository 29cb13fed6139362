import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import { useTranslation } from "react-i18next";
import { fold } from "../../../shared/core/fold.ts";
import type { Condition } from "../../../shared/domain/contact-filter.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";
import { CODE_LISTS } from "./cell-text.ts";

/** What somebody searches by who types "lawyer" into the field for names. */
const COLUMNS = ["relation", "industry", "mailing"] as const;
/** Fewer letters mean too much. */
const SHORTEST = 3;
const MOST = 3;
export const CODE_OFFERS = "code-offers";

/** A text that begins like an entry of a list is offered as the filter that finds those who carry it. */
export function CodeSuggestions(props: {
  text: string;
  /** Nothing else is found: this is what was meant. */
  alone: boolean;
  onCondition(condition: Condition): void;
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const codes = useCodes();
  const wanted = fold(props.text).trim();
  if (wanted.length < SHORTEST) return null;
  const found = COLUMNS.flatMap((column) => {
    const kind = CODE_LISTS[column];
    if (!kind) return [];
    return codes
      .of(kind)
      .map(({ code }) => ({
        ...{ column, code },
        text: codes.text(kind, code, language),
      }))
      .filter(({ text }) => fold(text).startsWith(wanted));
  });
  if (found.length === 0) return null;
  return (
    <Box id={CODE_OFFERS} sx={{ display: "flex", flexWrap: "wrap", gap: 0.75 }}>
      {found.slice(0, MOST).map(({ column, code, text }) => {
        const label = t("list.codeIs", {
          column: t(`column.${column}`),
          what: text,
        });
        const choose = () =>
          props.onCondition({ column, op: "is", values: [code] });
        return props.alone ? (
          <Button
            key={`${column} ${code}`}
            variant="contained"
            onClick={choose}
          >
            {label}
          </Button>
        ) : (
          <Chip
            key={`${column} ${code}`}
            size="small"
            variant="outlined"
            label={label}
            onClick={choose}
          />
        );
      })}
    </Box>
  );
}
