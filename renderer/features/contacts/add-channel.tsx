import AddRounded from "@mui/icons-material/AddRounded";
import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useTranslation } from "react-i18next";
import {
  channelKinds,
  type ChannelKind,
} from "../../../shared/domain/more-channels.ts";
import { useMenu } from "../../ui/use-menu.ts";

/** Name of the button's place, where the focus goes when a line has been removed. */
export const ADD_CHANNEL = "add-channel";

/** Opens an empty line of the chosen kind. */
export function AddChannel(props: { onAdd(kind: ChannelKind): void }) {
  const { t } = useTranslation();
  const { button, menu, wanted, choose } = useMenu();
  return (
    <>
      <Button
        {...button}
        size="small"
        color="inherit"
        data-field={ADD_CHANNEL}
        startIcon={<AddRounded />}
        sx={{ alignSelf: "flex-start", ml: -1, color: "text.secondary" }}
      >
        {t("channel.add")}
      </Button>
      {wanted && (
        <Menu {...menu}>
          {channelKinds.map((kind) => (
            <MenuItem key={kind} onClick={choose(() => props.onAdd(kind))}>
              {t(`field.${kind}`)}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}
