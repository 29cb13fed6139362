import AddRounded from "@mui/icons-material/AddRounded";
import Button from "@mui/material/Button";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import {
  channelKinds,
  type ChannelKind,
} from "../../../shared/domain/more-channels.ts";
import { inMain } from "../../ui/in-main.ts";

/** Name of the button's place, where the focus goes when a line has been removed. */
export const ADD_CHANNEL = "add-channel";

/** Opens an empty line of the chosen kind. */
export function AddChannel(props: { onAdd(kind: ChannelKind): void }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        ref={button}
        size="small"
        color="inherit"
        data-field={ADD_CHANNEL}
        aria-haspopup="menu"
        aria-expanded={open}
        startIcon={<AddRounded />}
        onClick={() => setOpen(true)}
        sx={{ alignSelf: "flex-start", ml: -1, color: "text.secondary" }}
      >
        {t("channel.add")}
      </Button>
      <Menu
        open={open}
        container={inMain}
        transitionDuration={{ exit: 0 }}
        anchorEl={() => button.current}
        onClose={() => setOpen(false)}
      >
        {channelKinds.map((kind) => (
          <MenuItem
            key={kind}
            onClick={() => {
              // The menu is gone before the line takes the focus, or it would take it back.
              flushSync(() => setOpen(false));
              props.onAdd(kind);
            }}
          >
            {t(`field.${kind}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
