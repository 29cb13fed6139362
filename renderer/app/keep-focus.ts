/** Whoever took the control away may give the focus to something itself; a dialog takes it for its frame in 50 ms. */
const WAIT_MS = { page: 100, dialog: 20 };
/** Not where one would type without meaning to. */
const CONTROLS =
  "a[href], button, input[type=checkbox], [role=checkbox], [tabindex='0']";
const ROOT = "main, [role=dialog]";
/** Where a dialog's own trap puts the focus for want of a better place: keys that are pressed there reach no form. */
const FRAME = "[tabindex='-1']:is([role=dialog], [role=presentation])";
const POPUP = "[role=dialog], [role=menu], [role=presentation]";

/** Where something has been taken out of the page. */
interface Gap {
  readonly parent: Element;
  readonly before: Node | null;
  readonly after: Node | null;
}

/**
 * A control that leaves the screen under the finger (the × of a chip, an Undo, the button of a strip) hands the focus to
 * what takes its place, else to its neighbour; a notice or a dialog gives it back to where one was. Without that the next
 * key would reach nothing. The return value ends it.
 */
export function keepFocus(): () => void {
  let focused: HTMLElement | null = null;
  let inPage: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function onFocus({ target }: FocusEvent): void {
    if (target instanceof Element && target.matches(FRAME)) return;
    clearTimeout(timer);
    if (!(target instanceof HTMLElement) || target === document.body) return;
    focused = target;
    if (target.closest("main") && !target.closest(POPUP)) inPage = target;
  }

  /** Who goes to a place that takes no keys has left the control; what becomes of it is no matter any more. */
  function onBlur({ target, relatedTarget }: FocusEvent): void {
    if (relatedTarget || target !== focused) return;
    queueMicrotask(() => {
      if (target !== focused || document.activeElement !== document.body)
        return;
      if (focused?.isConnected && !focused.matches(":disabled")) focused = null;
    });
  }

  const observer = new MutationObserver((records) => {
    if (!focused || (focused.isConnected && !focused.matches(":disabled")))
      return;
    const gap = focused.isConnected
      ? { parent: focused, before: null, after: null }
      : gapOf(focused, records);
    const popup = !focused.isConnected && focused.closest(POPUP) !== null;
    // Disabled while its job runs: its neighbour is the key that stops the job.
    const frame = focused.isConnected
      ? focused.closest<HTMLElement>("[role=dialog]")
      : null;
    const inDialog = Boolean(gap?.parent.closest("[role=dialog]"));
    focused = null;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        const at = document.activeElement;
        const isFrame = gap && at?.matches(FRAME) && at.contains(gap.parent);
        if (at !== document.body && !isFrame) return;
        const place = frame ?? (gap && !popup ? controlAt(gap) : null);
        const back = inPage?.isConnected && isThere(inPage) ? inPage : null;
        const to = place ?? back ?? document.getElementById("main");
        to?.focus({ preventScroll: true });
      },
      WAIT_MS[inDialog ? "dialog" : "page"],
    );
  });

  window.addEventListener("focusin", onFocus);
  window.addEventListener("focusout", onBlur);
  observer.observe(document.body, {
    ...{ childList: true, subtree: true, attributeFilter: ["disabled"] },
  });
  return () => {
    clearTimeout(timer);
    window.removeEventListener("focusin", onFocus);
    window.removeEventListener("focusout", onBlur);
    observer.disconnect();
  };
}

/** The outermost of the removals that took an element along; null when it is not among these records. */
function gapOf(
  element: Element,
  records: readonly MutationRecord[],
): Gap | null {
  let lost: Node = element;
  for (;;) {
    const record = records.findLast(({ removedNodes }) =>
      [...removedNodes].some((node) => node.contains(lost)),
    );
    if (!record || !(record.target instanceof Element)) return null;
    if (record.target.isConnected)
      return {
        parent: record.target,
        before: record.previousSibling,
        after: record.nextSibling,
      };
    if (record.target === lost) return null;
    lost = record.target;
  }
}

/** The first control at a gap or after it, else the last one before it, as near to it as there is one on the page. */
function controlAt({ parent, before, after }: Gap): HTMLElement | null {
  if (!parent.closest(ROOT)) return null;
  const first = before?.isConnected
    ? before.nextSibling
    : (after?.isConnected && after) || parent.firstChild;
  for (let node = first; node; node = node.nextSibling) {
    const control = controlsIn(node).at(0);
    if (control) return control;
  }
  const last = before?.isConnected ? before : null;
  for (let node = last; node; node = node.previousSibling) {
    const control = controlsIn(node).at(-1);
    if (control) return control;
  }
  const outer = parent.parentElement;
  if (!outer || parent.matches(ROOT)) return null;
  return controlAt({ parent: outer, before: parent, after: null });
}

function controlsIn(node: Node): readonly HTMLElement[] {
  if (!(node instanceof HTMLElement)) return [];
  const inside = node.querySelectorAll<HTMLElement>(CONTROLS);
  return [node, ...inside].filter(
    (one) => one.matches(CONTROLS) && one.tabIndex >= 0 && isThere(one),
  );
}

function isThere(control: HTMLElement): boolean {
  return (
    control.checkVisibility() &&
    !control.matches(":disabled") &&
    control.closest("[aria-hidden=true], [inert]") === null
  );
}
