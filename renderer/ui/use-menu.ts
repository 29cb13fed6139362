import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useInMain } from "./in-main.ts";

/** A key of the page that opens a menu: what the key's element, the menu and its entries are given. */
export function useMenu() {
  const button = useRef<HTMLButtonElement>(null);
  const inMain = useInMain();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const show = () => {
    setWanted(true);
    setOpen(true);
  };
  return {
    show,
    /** It was opened once: before, a page with a menu on every line has no need to make them. */
    wanted,
    button: {
      ref: button,
      "aria-haspopup": "menu",
      "aria-expanded": open,
      onClick: show,
    },
    menu: {
      open,
      container: inMain,
      // A menu that fades out behind a dialog would still hold the single-letter keys back.
      transitionDuration: { exit: 0 },
      anchorEl: () => button.current,
      onClose: () => setOpen(false),
    },
    /** Of an entry: the menu is gone and the focus on its key before `run` opens a dialog, which gives it back there. */
    choose: (run: () => void) => () => {
      flushSync(() => setOpen(false));
      button.current?.focus();
      run();
    },
  } as const;
}
