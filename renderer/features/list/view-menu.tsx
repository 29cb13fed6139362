import ExpandMoreRounded from "@mui/icons-material/ExpandMoreRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Divider from "@mui/material/Divider";
import ListItemText from "@mui/material/ListItemText";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useRef, useState } from "react";
import { formatCount } from "../../ui/format.ts";
import { inMain } from "../../ui/in-main.ts";
import type { ViewLine } from "./views-nav.tsx";

/** Where there is no room for all views: the present one, and the others in a menu. */
export function ViewMenu(props: {
  shipped: readonly ViewLine[];
  own: readonly ViewLine[];
  current: ViewLine;
  total: number | null;
  onView(id: string): void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const { current, total } = props;
  const item = ({ id, name, count }: ViewLine) => (
    <MenuItem
      key={id}
      selected={id === current.id}
      onClick={() => {
        setOpen(false);
        props.onView(id);
      }}
    >
      <ListItemText>{name}</ListItemText>
      <Box
        component="span"
        sx={{ ml: 3, fontSize: 12, color: "text.secondary" }}
      >
        {count === null ? "–" : formatCount(count)}
      </Box>
    </MenuItem>
  );
  return (
    <>
      <Button
        ref={button}
        color="inherit"
        aria-haspopup="menu"
        aria-expanded={open}
        endIcon={<ExpandMoreRounded sx={{ fontSize: "18px !important" }} />}
        onClick={() => setOpen(true)}
        sx={{ minWidth: 0, fontWeight: 600 }}
      >
        <Box
          component="span"
          sx={{
            overflow: "hidden",
            textOverflow: "ellipsis",
            whiteSpace: "nowrap",
          }}
        >
          {current.name}
        </Box>
        <Box
          component="span"
          sx={{ ml: 1, fontWeight: 450, color: "text.secondary" }}
        >
          {total === null ? "" : formatCount(total)}
        </Box>
      </Button>
      <Menu
        open={open}
        container={inMain}
        transitionDuration={{ exit: 0 }}
        anchorEl={() => button.current}
        onClose={() => setOpen(false)}
        slotProps={{ paper: { sx: { maxHeight: 480 } } }}
      >
        {props.shipped.map(item)}
        {props.own.length > 0 && <Divider />}
        {props.own.map(item)}
      </Menu>
    </>
  );
}
