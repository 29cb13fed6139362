import ExpandMoreRounded from "@mui/icons-material/ExpandMoreRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Divider from "@mui/material/Divider";
import ListItemText from "@mui/material/ListItemText";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { formatCount } from "../../ui/format.ts";
import { useMenu } from "../../ui/use-menu.ts";
import type { ViewLine } from "./views-nav.tsx";

/** Where there is no room for all views: the present one, and the others in a menu. */
export function ViewMenu(props: {
  shipped: readonly ViewLine[];
  own: readonly ViewLine[];
  current: ViewLine;
  total: number | null;
  onView(id: string): void;
}) {
  const { button, menu, choose } = useMenu();
  const { current, total } = props;
  const item = ({ id, name, count }: ViewLine) => (
    <MenuItem
      key={id}
      selected={id === current.id}
      onClick={choose(() => props.onView(id))}
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
        {...button}
        color="inherit"
        endIcon={<ExpandMoreRounded sx={{ fontSize: "18px !important" }} />}
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
      <Menu {...menu} slotProps={{ paper: { sx: { maxHeight: 480 } } }}>
        {props.shipped.map(item)}
        {props.own.length > 0 && <Divider />}
        {props.own.map(item)}
      </Menu>
    </>
  );
}
