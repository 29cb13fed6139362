import AddRounded from "@mui/icons-material/AddRounded";
import AccountBalanceWalletOutlined from "@mui/icons-material/AccountBalanceWalletOutlined";
import Button from "@mui/material/Button";
import Divider from "@mui/material/Divider";
import ListItemIcon from "@mui/material/ListItemIcon";
import ListItemText from "@mui/material/ListItemText";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../ui/commands.ts";
import { KindMark } from "../../ui/kind-mark.tsx";
import { useHotkeys } from "../../ui/use-hotkeys.ts";
import { useMenu } from "../../ui/use-menu.ts";

/** New (N): company, person, independent person. */
export function NewContactMenu() {
  const { t } = useTranslation();
  const commands = useCommands();
  const { button, menu, choose, show } = useMenu();
  useHotkeys({ n: show });
  return (
    <>
      <Button
        {...button}
        variant="contained"
        aria-keyshortcuts="N"
        startIcon={<AddRounded />}
        sx={{ flex: "none" }}
      >
        {t("contacts.new")}
      </Button>
      <Menu {...menu}>
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
