import CloseRounded from "@mui/icons-material/CloseRounded";
import AddRounded from "@mui/icons-material/AddRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import MenuItem from "@mui/material/MenuItem";
import Popover from "@mui/material/Popover";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useEffect, useMemo, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import {
  CONTACT_COLUMNS,
  contactColumns,
  isContactColumn,
  type ContactColumn,
} from "../../../shared/domain/contact-columns.ts";
import {
  OPERATORS,
  type Condition,
  type ContactFilter,
} from "../../../shared/domain/contact-filter.ts";
import type { ListFilter } from "../../local-store/store.ts";
import type { CellWords } from "./cell-text.ts";
import type { FilterTarget } from "./filter-bar.tsx";
import { FilterValues } from "./filter-values.tsx";
import { conditionsOf, operatorText, partOf } from "./filter-words.ts";
import { useViewCounts } from "./use-view-counts.ts";

/** One part of the filter: a condition, or several of which one must be met. The count follows what is typed. */
export function FilterEditor(props: {
  target: FilterTarget;
  /** Of a new part. */
  column: ContactColumn;
  filter: ContactFilter;
  /** What else is asked for. */
  others: ListFilter;
  words: CellWords;
  onClose(): void;
  onFilter(filter: ContactFilter): void;
}) {
  const { t } = useTranslation();
  const { target, filter, others, words } = props;
  const [conditions, setConditions] = useState<readonly Condition[]>(() =>
    target.part ? conditionsOf(target.part) : [newCondition(props.column)],
  );
  const part = partOf(conditions);
  const all = part
    ? filter.all.toSpliced(target.index, 1, part)
    : filter.all.toSpliced(target.index, 1);
  const key = JSON.stringify([{ ...others, filter: { all } }]);
  const asked = useMemo(() => JSON.parse(key) as ListFilter[], [key]);
  const found = useViewCounts(useDelayed(asked))?.[0];

  function put(index: number, condition: Condition | null): void {
    setConditions((now) =>
      condition === null
        ? now.toSpliced(index, 1)
        : now.toSpliced(index, 1, condition),
    );
  }
  function apply(event: FormEvent): void {
    event.preventDefault();
    const meant = conditions.filter(
      ({ op, values }) =>
        op === "empty" || op === "notEmpty" || values.some((one) => one !== ""),
    );
    const next = partOf(meant);
    props.onFilter({
      all: next
        ? filter.all.toSpliced(target.index, 1, next)
        : filter.all.toSpliced(target.index, 1),
    });
    props.onClose();
  }

  return (
    <Popover
      open
      anchorEl={target.anchor}
      onClose={props.onClose}
      anchorOrigin={{ vertical: "bottom", horizontal: "left" }}
      slotProps={{
        paper: {
          role: "dialog",
          "aria-label": t("filter.title"),
          sx: {
            mt: 0.5,
            borderRadius: 2,
            border: 1,
            borderColor: "divider",
            boxShadow: "0 8px 28px rgb(0 0 0 / 0.14)",
          },
        },
      }}
    >
      <Box
        component="form"
        noValidate
        onSubmit={apply}
        sx={{
          p: 2,
          width: 460,
          display: "flex",
          flexDirection: "column",
          gap: 1.5,
        }}
      >
        {conditions.map((condition, index) => (
          <ConditionFields
            key={index}
            first={index === 0}
            alone={conditions.length === 1}
            condition={condition}
            others={others}
            words={words}
            onCondition={(next) => put(index, next)}
          />
        ))}
        <Button
          color="inherit"
          size="small"
          startIcon={<AddRounded />}
          onClick={() =>
            setConditions((now) => [
              ...now,
              newCondition(now.at(-1)?.column ?? props.column),
            ])
          }
          sx={{ alignSelf: "flex-start" }}
        >
          {t("filter.addOr")}
        </Button>
        <Box sx={{ display: "flex", alignItems: "center", gap: 1 }}>
          <Typography
            variant="body2"
            color="textSecondary"
            role="status"
            sx={{ flex: 1 }}
          >
            {found === undefined ? "" : t("filter.finds", { count: found })}
          </Typography>
          <Button color="inherit" onClick={props.onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" variant="contained">
            {t("filter.apply")}
          </Button>
        </Box>
      </Box>
    </Popover>
  );
}

function newCondition(column: ContactColumn): Condition {
  const [op = "is"] = OPERATORS[CONTACT_COLUMNS[column]];
  return { column, op, values: [] };
}

function ConditionFields(props: {
  first: boolean;
  alone: boolean;
  condition: Condition;
  others: ListFilter;
  words: CellWords;
  onCondition(condition: Condition | null): void;
}) {
  const { t } = useTranslation();
  const { condition, words } = props;
  const { column, op } = condition;
  return (
    <Box sx={{ display: "flex", flexDirection: "column", gap: 1 }}>
      {!props.first && (
        <Typography variant="body2" color="textSecondary">
          {t("filter.or")}
        </Typography>
      )}
      <Box sx={{ display: "flex", gap: 1 }}>
        <TextField
          select
          autoFocus={props.first}
          label={t("filter.column")}
          value={column}
          onChange={({ target }) => {
            if (isContactColumn(target.value))
              props.onCondition(newCondition(target.value));
          }}
        >
          {contactColumns.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`column.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t("filter.operator")}
          value={op}
          onChange={({ target }) =>
            props.onCondition({
              ...condition,
              op: target.value as Condition["op"],
            })
          }
        >
          {OPERATORS[CONTACT_COLUMNS[column]].map((one) => (
            <MenuItem key={one} value={one}>
              {operatorText(column, one, words)}
            </MenuItem>
          ))}
        </TextField>
        {!props.alone && (
          <IconButton
            aria-label={t("filter.removeOne")}
            onClick={() => props.onCondition(null)}
          >
            <CloseRounded fontSize="small" />
          </IconButton>
        )}
      </Box>
      {op !== "empty" && op !== "notEmpty" && (
        <FilterValues
          condition={condition}
          others={props.others}
          words={words}
          onValues={(values) =>
            props.onCondition({ ...condition, values: [...values] })
          }
        />
      )}
    </Box>
  );
}

/** While one types, only the last state is counted. */
function useDelayed<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 150);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
