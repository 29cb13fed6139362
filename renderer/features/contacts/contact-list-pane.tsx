import AddRounded from "@mui/icons-material/AddRounded";
import CloseRounded from "@mui/icons-material/CloseRounded";
import GroupsOutlined from "@mui/icons-material/GroupsOutlined";
import SearchRounded from "@mui/icons-material/SearchRounded";
import SearchOffRounded from "@mui/icons-material/SearchOffRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import {
  useEffect,
  useMemo,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from "react";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow, ListQuery } from "../../local-store/store.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatCount } from "../../ui/format.ts";
import { NARROW, SNUG } from "../../ui/narrow.ts";
import { useSession } from "../../ui/session.ts";
import { visuallyHidden } from "../../ui/visually-hidden.ts";
import { ContactGrid } from "./contact-grid.tsx";
import { KindTabs } from "./kind-tabs.tsx";
import { useContactWindow } from "./use-contact-window.ts";
import { useKindCounts } from "./use-kind-counts.ts";
import { useUnsentContacts } from "./use-unsent-contacts.ts";

/** What the person has asked the list for; lives in the address, so that Back works. */
export type ContactsView = Pick<ListQuery, "text" | "kind">;

/** The left of the Contacts screen: filter, kinds with their counts, and the rows. */
export function ContactListPane(props: {
  view: ContactsView;
  openId: string | null;
  filterField: RefObject<HTMLInputElement | null>;
  newMenu: ReactNode;
  onView(query: ContactsView): void;
  onSelect(row: ContactRow): void;
  onOpen(row: ContactRow): void;
  onNew(): void;
}) {
  const { t } = useTranslation();
  const { openId } = props;
  const { text, kind } = props.view;
  const { language } = useSession();
  const { list } = useLocalStore();
  const unsent = useUnsentContacts();
  const query = useMemo<ListQuery>(
    () => ({ text, kind, locale: language }),
    [text, kind, language],
  );
  const window = useContactWindow(list, query);
  const counts = useKindCounts(list, text);
  const [active, setActive] = useState(-1);

  useEffect(() => {
    let current = true;
    if (openId === null) setActive(-1);
    else
      void list.indexOf(query, openId).then((index) => {
        if (current) setActive(index);
      });
    return () => {
      current = false;
    };
  }, [list, query, openId, window.total]);

  function activate(index: number, row: ContactRow): void {
    setActive(index);
    props.onSelect(row);
  }

  function onFilterKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && text !== "") {
      event.stopPropagation();
      props.onView({ kind, text: "" });
    } else if (event.key === "ArrowDown" || event.key === "Enter") {
      const row = window.row(0);
      if (!row) return;
      event.preventDefault();
      activate(0, row);
      document.getElementById("contact-grid")?.focus();
    }
  }

  const empty = window.total === 0;
  return (
    <Box
      component="section"
      aria-label={t("nav.contacts")}
      sx={{
        width: 384,
        flex: "none",
        display: "flex",
        flexDirection: "column",
        minHeight: 0,
        borderRight: 1,
        borderColor: "divider",
        bgcolor: "background.paper",
        [SNUG]: { width: 300 },
        [NARROW]:
          openId === null ? { width: "auto", flex: 1 } : { display: "none" },
      }}
    >
      {openId === null && (
        <Box component="h1" sx={visuallyHidden}>
          {t("nav.contacts")}
        </Box>
      )}
      <Box sx={{ display: "flex", gap: 1, p: 1.5, pb: 0.5 }}>
        <TextField
          inputRef={props.filterField}
          value={text}
          onChange={(event) => props.onView({ kind, text: event.target.value })}
          onKeyDown={onFilterKey}
          placeholder={t("contacts.filterHint")}
          slotProps={{
            htmlInput: {
              "aria-label": t("contacts.filter"),
              "aria-keyshortcuts": "Control+F /",
              role: "searchbox",
            },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <SearchRounded fontSize="small" />
                </InputAdornment>
              ),
              endAdornment: text !== "" && (
                <IconButton
                  edge="end"
                  aria-label={t("contacts.clearFilter")}
                  onClick={() => props.onView({ kind, text: "" })}
                >
                  <CloseRounded fontSize="small" />
                </IconButton>
              ),
            },
          }}
        />
        {props.newMenu}
      </Box>
      <KindTabs
        kind={kind}
        counts={counts}
        onKind={(next) => props.onView({ text, kind: next })}
      />
      {empty ? (
        <NothingHere {...props} inAll={counts?.all ?? 0} />
      ) : (
        <ContactGrid
          window={window}
          label={t("nav.contacts")}
          active={active}
          unsent={unsent}
          onActive={activate}
          onOpen={props.onOpen}
        />
      )}
    </Box>
  );
}

/** Nothing at all, or nothing that matches: two different things to say. */
function NothingHere(props: {
  view: ContactsView;
  inAll: number;
  onView(query: ContactsView): void;
  onNew(): void;
}) {
  const { t } = useTranslation();
  if (props.view.text.trim() === "" && props.inAll === 0) {
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
  }
  return (
    <EmptyState
      icon={<SearchOffRounded />}
      title={t("contacts.noMatch", { view: t(`tabs.${props.view.kind}`) })}
      text={t("contacts.inAll", { n: formatCount(props.inAll) })}
    >
      {props.inAll > 0 && props.view.kind !== "all" && (
        <Button
          variant="outlined"
          onClick={() => props.onView({ ...props.view, kind: "all" })}
        >
          {t("contacts.showAll")}
        </Button>
      )}
      {props.view.text !== "" && (
        <Button
          variant="outlined"
          onClick={() => props.onView({ text: "", kind: "all" })}
        >
          {t("contacts.clearFilter")}
        </Button>
      )}
    </EmptyState>
  );
}
