import Divider from "@mui/material/Divider";
import ListItemText from "@mui/material/ListItemText";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import {
  keysOf,
  type CommandId,
  type OwnKeys,
} from "../../../shared/commands/commands.ts";
import { useTickById } from "../../features/visits/use-task-toggle.ts";
import type { Commands } from "../../ui/commands.ts";
import { useInMain } from "../../ui/in-main.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { shownKey } from "../../ui/key-name.ts";
import { contextAt, type PageContext } from "./page-context.ts";

/** The commands of the table that are about one contact, in the menu's order. */
const OF_CONTACT = [
  "logVisit",
  "newTask",
  "newOpportunity",
  "brief",
  "cardWindow",
] as const satisfies readonly CommandId[];

/** Right click, Shift+F10 or the menu key on a row, a task or a card: what the table of commands knows to do with it. */
export function ContextMenu(props: { commands: Commands; own: OwnKeys }) {
  const { t } = useTranslation();
  const inMain = useInMain();
  const tick = useTickById();
  const [shown, setShown] = useState<PageContext | null>(null);
  useEffect(() => {
    function onContextMenu(event: MouseEvent): void {
      if (event.defaultPrevented) return;
      const found = contextAt(event);
      if (found === null) return;
      event.preventDefault();
      setShown(found);
    }
    window.addEventListener("contextmenu", onContextMenu);
    return () => window.removeEventListener("contextmenu", onContextMenu);
  }, []);
  if (shown === null) return null;
  const { contact, task, onCard } = shown;
  const { commands, own } = props;
  const about = task === null ? undefined : { taskId: task };
  const runs = {
    logVisit: (id) => commands.logVisit(id, about),
    newTask: (id) => commands.newTask(id),
    newOpportunity: (id) => commands.newOpportunity(id),
    brief: (id) => commands.brief(id),
    cardWindow: (id) => commands.openWindow(id),
  } satisfies Record<(typeof OF_CONTACT)[number], (id: string) => void>;

  /** The menu is gone and the focus back before anything opens. */
  const choose = (run: () => void) => () => {
    flushSync(() => setShown(null));
    run();
  };
  const entry = (text: string, key: string | undefined, run: () => void) => (
    <MenuItem key={text} onClick={choose(run)} sx={{ gap: 3 }}>
      <ListItemText>{text}</ListItemText>
      {key !== undefined && <Kbd>{shownKey(key, t("key.shift"))}</Kbd>}
    </MenuItem>
  );
  return (
    <Menu
      open
      container={inMain}
      transitionDuration={{ exit: 0 }}
      anchorReference="anchorPosition"
      anchorPosition={shown.at}
      onClose={() => setShown(null)}
      // A right click elsewhere closes it, and is no page's.
      onContextMenu={(event) => {
        event.preventDefault();
        setShown(null);
      }}
    >
      {task !== null && [
        entry(t("context.openTask"), undefined, () => commands.openTask(task)),
        entry(t("context.tick"), undefined, () => void tick(task)),
      ]}
      {task !== null && contact !== null && <Divider />}
      {contact !== null && [
        onCard
          ? null
          : entry(t("context.openCard"), undefined, () =>
              commands.openContact(contact),
            ),
        ...OF_CONTACT.map((id) =>
          entry(t(`cmd.${id}`), keysOf(id, own)[0], () => runs[id](contact)),
        ),
      ]}
      {contact !== null &&
        task === null && [
          <Divider key="last" />,
          entry(t("card.delete"), onCard ? "Delete" : undefined, () =>
            commands.deleteContacts([contact]),
          ),
        ]}
    </Menu>
  );
}
