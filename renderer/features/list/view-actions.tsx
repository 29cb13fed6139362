import MoreHorizRounded from "@mui/icons-material/MoreHorizRounded";
import CheckRounded from "@mui/icons-material/CheckRounded";
import Button from "@mui/material/Button";
import Divider from "@mui/material/Divider";
import IconButton from "@mui/material/IconButton";
import ListItemIcon from "@mui/material/ListItemIcon";
import ListItemText from "@mui/material/ListItemText";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Tooltip from "@mui/material/Tooltip";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListView } from "../../../shared/domain/list-view.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { useMenu } from "../../ui/use-menu.ts";
import type { ShownList } from "./use-list.ts";
import { useViewFile } from "./use-view-file.tsx";
import type { Views } from "./use-views.ts";
import { ViewNameDialog } from "./view-name-dialog.tsx";

/** What can be done with the present view: keep it under a name, rename, delete, hand on as a file. */
export function ViewActions(props: {
  base: ShownList["base"];
  view: ListView;
  isChanged: boolean;
  views: Views;
  onView(id: string): void;
  onReset(): void;
  onTree(): void;
}) {
  const { t } = useTranslation();
  const { newId } = useSession();
  const notify = useNotify();
  const { base, view, views, isChanged } = props;
  const { button, menu, choose } = useMenu();
  const [asking, setAsking] = useState<"new" | "rename" | null>(null);
  const files = useViewFile(views);
  const own = typeof base === "string" ? null : base;

  async function keep(name: string): Promise<boolean> {
    const id = own && asking === "rename" ? own.id : newId();
    const kept = own && asking === "rename" ? own.view : view;
    if (!(await views.save({ id, name, view: kept }))) return false;
    notify({ text: t("list.viewSaved", { name }) });
    if (asking === "new") props.onView(id);
    return true;
  }
  async function saveChanges(): Promise<void> {
    if (!own) return;
    if (await views.save({ ...own, view })) props.onReset();
  }
  return (
    <>
      {isChanged && own && (
        <Button size="small" onClick={() => void saveChanges()}>
          {t("list.saveView")}
        </Button>
      )}
      {isChanged && !own && (
        <Button size="small" onClick={() => setAsking("new")}>
          {t("list.saveAsView")}
        </Button>
      )}
      {isChanged && (
        <Button size="small" color="inherit" onClick={props.onReset}>
          {t("list.resetView")}
        </Button>
      )}
      <Tooltip title={t("list.more")}>
        <IconButton {...button} aria-label={t("list.more")}>
          <MoreHorizRounded fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu {...menu}>
        <MenuItem
          role="menuitemcheckbox"
          aria-checked={view.tree}
          onClick={choose(props.onTree)}
        >
          <ListItemText>{t("list.tree")}</ListItemText>
          {view.tree && (
            <ListItemIcon sx={{ justifyContent: "flex-end" }}>
              <CheckRounded fontSize="small" />
            </ListItemIcon>
          )}
        </MenuItem>
        <Divider />
        <MenuItem onClick={choose(() => setAsking("new"))}>
          {t("list.saveAsView")}
        </MenuItem>
        {own && [
          <MenuItem key="rename" onClick={choose(() => setAsking("rename"))}>
            {t("list.renameView")}
          </MenuItem>,
          <MenuItem
            key="delete"
            onClick={choose(() => {
              props.onView("all");
              void views.remove(own);
            })}
          >
            {t("list.deleteView")}
          </MenuItem>,
        ]}
        <Divider />
        <MenuItem
          disabled={views.saved.length === 0}
          onClick={choose(() => void files.exportViews())}
        >
          {t("list.exportViews")}
        </MenuItem>
        <MenuItem onClick={choose(files.chooseFile)}>
          {t("list.importViews")}
        </MenuItem>
      </Menu>
      {files.input}
      {asking && (
        <ViewNameDialog
          title={t(asking === "new" ? "list.saveAsView" : "list.renameView")}
          name={asking === "rename" ? (own?.name ?? "") : ""}
          onClose={() => setAsking(null)}
          onName={keep}
        />
      )}
    </>
  );
}
