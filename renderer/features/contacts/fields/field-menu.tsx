import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import { useInMain } from "../../../ui/in-main.ts";

/** One thing that can be done with a field. */
export interface FieldAction {
  readonly name: string;
  readonly label: string;
  run(): void;
}

/** The menu of a field: right click, Shift+F10 or the menu key on its line. */
export function FieldMenu(props: {
  anchor: HTMLElement;
  actions: readonly FieldAction[];
  onClose(): void;
}) {
  const inMain = useInMain();
  return (
    <Menu
      open
      container={inMain}
      transitionDuration={{ exit: 0 }}
      anchorEl={props.anchor}
      onClose={props.onClose}
    >
      {props.actions.map(({ name, label, run }) => (
        <MenuItem
          key={name}
          onClick={() => {
            props.onClose();
            run();
          }}
        >
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
