import { useCallback, useEffect, useRef, useState } from "react";

export interface OpenedWindow {
  readonly contactId: string;
  readonly win: Window;
}

const SIZE = "width=780,height=820";

/**
 * Cards in windows of their own. There is one page and one store: this window draws what the others show, so they see each
 * save at once, and whatever is half typed in them is kept and undone like everything else.
 */
export function useSideWindows() {
  const [opened, setOpened] = useState<readonly OpenedWindow[]>([]);
  const latest = useRef(opened);
  latest.current = opened;
  useEffect(
    () => () => {
      for (const { win } of latest.current) win.close();
    },
    [],
  );
  const open = useCallback((contactId: string) => {
    const there = latest.current.find((one) => one.contactId === contactId);
    if (there) return there.win.focus();
    const win = window.open("about:blank", "", SIZE);
    if (!win) return;
    furnish(win.document);
    win.addEventListener("pagehide", () =>
      setOpened((before) => before.filter((one) => one.win !== win)),
    );
    setOpened((before) => [...before, { contactId, win }]);
  }, []);
  return { opened, open };
}

/** An empty page with the fonts of this one; its policy is this one's too. */
function furnish(page: Document): void {
  page.title = document.title;
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"]'))
    page.head.append(page.importNode(sheet, true));
  const root = page.createElement("main");
  root.id = "main";
  page.body.append(root);
}
