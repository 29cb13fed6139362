import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { shippedViews } from "../../../shared/domain/list-view.ts";
import { formatCount } from "../../ui/format.ts";
import type { SavedView } from "./own-views.ts";

export interface ViewLine {
  readonly id: string;
  readonly name: string;
  readonly count: number | null;
}

/** The views in the order in which they are offered, each with how many contacts it has. */
export function viewLines(
  saved: readonly SavedView[],
  counts: readonly number[] | null,
  nameOf: (id: (typeof shippedViews)[number]) => string,
  /** No server has ever been there: nothing has changed since it was. */
  alone: boolean,
): {
  readonly shipped: readonly ViewLine[];
  readonly own: readonly ViewLine[];
} {
  const at = (place: number) => counts?.[place] ?? null;
  return {
    shipped: shippedViews
      .map((id, i) => ({ id, name: nameOf(id), count: at(i) }))
      .filter(({ id }) => !alone || id !== "changedHere"),
    own: saved.map(({ id, name }, i) => ({
      ...{ id, name },
      count: at(shippedViews.length + i),
    })),
  };
}

/** The left of the table: all views. `extra`: what else belongs below them, such as the trash. */
export function ViewsNav(props: {
  shipped: readonly ViewLine[];
  own: readonly ViewLine[];
  current: string;
  extra?: ReactNode;
  onView(id: string): void;
}) {
  const { t } = useTranslation();
  return (
    <Box
      component="nav"
      aria-label={t("list.views")}
      sx={{
        width: 228,
        flex: "none",
        overflowY: "auto",
        p: 1.25,
        borderRight: 1,
        borderColor: "divider",
        bgcolor: "background.default",
      }}
    >
      <Typography
        variant="h3"
        component="h2"
        color="textSecondary"
        sx={{ px: 1, pb: 0.5 }}
      >
        {t("list.views")}
      </Typography>
      {props.shipped.map((line) => (
        <ViewButton key={line.id} {...line} {...props} />
      ))}
      {props.own.length > 0 && (
        <Typography
          variant="h3"
          component="h2"
          color="textSecondary"
          sx={{ px: 1, pt: 2, pb: 0.5 }}
        >
          {t("list.ownViews")}
        </Typography>
      )}
      {props.own.map((line) => (
        <ViewButton key={line.id} {...line} {...props} />
      ))}
      {props.extra}
    </Box>
  );
}

function ViewButton(
  props: ViewLine & { current: string; onView(id: string): void },
) {
  const { id, name, count } = props;
  const current = props.current === id;
  return (
    <ButtonBase
      aria-current={current}
      onClick={() => props.onView(id)}
      sx={{
        display: "flex",
        width: "100%",
        justifyContent: "flex-start",
        gap: 1,
        minHeight: 30,
        px: 1,
        py: 0.375,
        borderRadius: 1,
        textAlign: "left",
        fontSize: 13.5,
        lineHeight: "18px",
        fontWeight: current ? 600 : 450,
        color: current ? "primary.main" : "text.primary",
        bgcolor: current ? "surface.selected" : undefined,
        "&:hover": current ? {} : { bgcolor: "surface.hover" },
      }}
    >
      <Box
        component="span"
        sx={{ flex: 1, minWidth: 0, overflowWrap: "anywhere" }}
      >
        {name}{" "}
      </Box>
      <Box
        component="span"
        sx={{
          flex: "none",
          fontSize: 12,
          fontWeight: 450,
          color: "text.secondary",
          fontVariantNumeric: "tabular-nums",
        }}
      >
        {count === null ? "–" : formatCount(count)}
      </Box>
    </ButtonBase>
  );
}
