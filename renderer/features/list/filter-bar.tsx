import FilterListRounded from "@mui/icons-material/FilterListRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import { useTranslation } from "react-i18next";
import type { ContactFilter } from "../../../shared/domain/contact-filter.ts";
import type { CellWords } from "./cell-text.ts";
import { partText, type FilterPart } from "./filter-words.ts";

/** Which part of a filter is being edited; `length` of the filter = a new one. */
export interface FilterTarget {
  readonly anchor: HTMLElement;
  readonly index: number;
  readonly part: FilterPart | null;
}

/** The filter as chips: a click edits one, Delete or its cross takes it out. */
export function FilterBar(props: {
  filter: ContactFilter;
  words: CellWords;
  onEdit(target: FilterTarget): void;
  onFilter(filter: ContactFilter): void;
}) {
  const { t } = useTranslation();
  const { all } = props.filter;
  if (all.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={t("filter.active")}
      sx={{
        display: "flex",
        flexWrap: "wrap",
        gap: 0.75,
        m: 0,
        p: 0,
        listStyle: "none",
        minWidth: 0,
      }}
    >
      {all.map((part, index) => {
        const what = partText(part, props.words);
        return (
          <li key={`${index} ${what}`}>
            <Chip
              label={what}
              size="small"
              variant="outlined"
              aria-haspopup="dialog"
              onClick={(event) =>
                props.onEdit({ anchor: event.currentTarget, index, part })
              }
              onDelete={() => props.onFilter({ all: all.toSpliced(index, 1) })}
              sx={{ maxWidth: 420, height: 26 }}
            />
          </li>
        );
      })}
    </Box>
  );
}

export function AddFilterButton(props: {
  filter: ContactFilter;
  onEdit(target: FilterTarget): void;
}) {
  const { t } = useTranslation();
  return (
    <Button
      color="inherit"
      variant="outlined"
      startIcon={<FilterListRounded />}
      aria-haspopup="dialog"
      onClick={(event) =>
        props.onEdit({
          anchor: event.currentTarget,
          index: props.filter.all.length,
          part: null,
        })
      }
      sx={{ flex: "none" }}
    >
      {t("filter.add")}
    </Button>
  );
}
