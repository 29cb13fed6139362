import ButtonBase from "@mui/material/ButtonBase";
import type { ReactNode } from "react";
import { chosenLook } from "./chosen-look.ts";
import { Kbd } from "./kbd.tsx";

/** One of a radio group whose choices have the digits as keys; the group answers them. */
export function KeyedChoice(props: {
  digit: number;
  chosen: boolean;
  /** Where Tab comes into the group. */
  isStop: boolean;
  onChoose(): void;
  children: ReactNode;
}) {
  return (
    <ButtonBase
      role="radio"
      aria-checked={props.chosen}
      tabIndex={props.isStop ? 0 : -1}
      onClick={props.onChoose}
      sx={{
        gap: 0.75,
        height: 34,
        px: 1,
        justifyContent: "flex-start",
        borderRadius: 1,
        ...chosenLook(props.chosen),
      }}
    >
      <Kbd>{String(props.digit)}</Kbd>
      {props.children}
    </ButtonBase>
  );
}
