import AddRounded from "@mui/icons-material/AddRounded";
import AccountBalanceWalletOutlined from "@mui/icons-material/AccountBalanceWalletOutlined";
import Button from "@mui/material/Button";
import Divider from "@mui/material/Divider";
import ListItemIcon from "@mui/material/ListItemIcon";
import ListItemText from "@mui/material/ListItemText";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../ui/commands.ts";
import { inMain } from "../../ui/in-main.ts";
import { KindMark } from "../../ui/kind-mark.tsx";
import { useHotkeys } from "../../ui/use-hotkeys.ts";

/** New (N): company, person, independent person. */
export function NewContactMenu() {
  const { t } = useTranslation();
  const commands = useCommands();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useHotkeys({ n: () => setOpen(true) });
  const choose = (run: () => void) => () => {
    // The menu is gone and the focus on its key before the dialog opens: that is where Esc gives it back.
    flushSync(() => setOpen(false));
    button.current?.focus();
    run();
  };
  return (
    <>
      <Button
        ref={button}
        variant="contained"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-keyshortcuts="N"
        startIcon={<AddRounded />}
        onClick={() => setOpen(true)}
        sx={{ flex: "none" }}
      >
        {t("contacts.new")}
      </Button>
      <Menu
        open={open}
        container={inMain}
        // A menu that fades out behind the dialog would still hold the single-letter keys back.
        transitionDuration={{ exit: 0 }}
        anchorEl={() => button.current}
        onClose={() => setOpen(false)}
      >
        <MenuItem onClick={choose(() => commands.newCompany())}>
          <ListItemIcon>
            <KindMark kind="company" size={24} />
          </ListItemIcon>
          <ListItemText>{t("contacts.newCompany")}</ListItemText>
        </MenuItem>
        <MenuItem onClick={choose(() => commands.newPerson())}>
          <ListItemIcon>
            <KindMark kind="person" size={24} />
          </ListItemIcon>
          <ListItemText>{t("contacts.newPerson")}</ListItemText>
        </MenuItem>
        <MenuItem onClick={choose(() => commands.newIndependent())}>
          <ListItemIcon>
            <KindMark kind="independent" size={24} />
          </ListItemIcon>
          <ListItemText>{t("contacts.newIndependent")}</ListItemText>
        </MenuItem>
        <Divider />
        <MenuItem onClick={choose(() => commands.openAccounts())}>
          <ListItemIcon>
            <AccountBalanceWalletOutlined />
          </ListItemIcon>
          <ListItemText>{t("contacts.fromAccounts")}</ListItemText>
        </MenuItem>
      </Menu>
    </>
  );
}
