import AddRounded from "@mui/icons-material/AddRounded";
import GroupsOutlined from "@mui/icons-material/GroupsOutlined";
import SearchOffRounded from "@mui/icons-material/SearchOffRounded";
import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatCount } from "../../ui/format.ts";

/** Nothing at all, or nothing that matches: two different things to say (ux.md 5(j)). */
export function NothingHere(props: {
  viewName: string;
  /** All contacts that there are; null = not known yet. */
  inAll: number | null;
  filtered: boolean;
  /** Something was typed into the search. */
  isText: boolean;
  isAll: boolean;
  /** How a contact comes into this view. */
  hint?: string | undefined;
  /** What may have been meant instead. */
  offers: ReactNode;
  onClear(): void;
  onShowAll(): void;
  onNew(): void;
}) {
  const { t } = useTranslation();
  if (props.inAll === 0)
    return (
      <EmptyState
        icon={<GroupsOutlined />}
        title={t("contacts.emptyTitle")}
        text={t("contacts.emptyText")}
      >
        <Button
          variant="contained"
          startIcon={<AddRounded />}
          onClick={props.onNew}
        >
          {t("contacts.newCompany")}
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<SearchOffRounded />}
      title={
        props.filtered
          ? t("contacts.noMatch", { view: props.viewName })
          : t("list.nothingHere")
      }
      text={
        props.hint ??
        (props.isAll && props.isText
          ? t("contacts.lookedAt")
          : t("contacts.inAll", { n: formatCount(props.inAll ?? 0) }))
      }
    >
      {props.offers}
      {!props.isAll && (
        <Button variant="outlined" onClick={props.onShowAll}>
          {t("contacts.showAll")}
        </Button>
      )}
      {props.filtered && (
        <Button variant="outlined" onClick={props.onClear}>
          {t("contacts.clearFilter")}
        </Button>
      )}
    </EmptyState>
  );
}
