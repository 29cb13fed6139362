import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { fold } from "../../../shared/core/fold.ts";
import type { Condition } from "../../../shared/domain/contact-filter.ts";
import type { ListFilter } from "../../local-store/store.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";
import { CODE_LISTS } from "./cell-text.ts";
import { useViewCounts } from "./use-view-counts.ts";

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
  const { language, today } = useSession();
  const codes = useCodes();
  const wanted = fold(props.text).trim();
  const found = useMemo(() => {
    if (wanted.length < SHORTEST) return [];
    return COLUMNS.flatMap((column) => {
      const kind = CODE_LISTS[column];
      if (!kind) return [];
      return codes
        .of(kind)
        .map(({ code }) => ({
          text: codes.text(kind, code, language),
          condition: { column, op: "is", values: [code] } satisfies Condition,
        }))
        .filter(({ text }) => fold(text).startsWith(wanted));
    }).slice(0, MOST);
  }, [codes, language, wanted]);
  const filters = useMemo<readonly ListFilter[]>(
    () =>
      found.map(({ condition }) => ({
        ...{ text: "", kind: "all", filter: { all: [condition] }, today },
      })),
    [found, today],
  );
  const counts = useViewCounts(filters);
  if (found.length === 0) return null;
  return (
    <Box id={CODE_OFFERS} sx={{ display: "flex", flexWrap: "wrap", gap: 0.75 }}>
      {found.map(({ condition, text }, i) => {
        const count = counts?.[i];
        const label = [
          t("list.codeIs", {
            column: t(`column.${condition.column}`),
            what: text,
          }),
          count !== undefined && t("list.count", { count }),
        ]
          .filter(Boolean)
          .join(" · ");
        const choose = () => props.onCondition(condition);
        const key = `${condition.column} ${condition.values.join()}`;
        return props.alone ? (
          <Button key={key} variant="contained" onClick={choose}>
            {label}
          </Button>
        ) : (
          <Chip
            key={key}
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
