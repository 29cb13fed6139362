import Box from "@mui/material/Box";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { useCommands } from "./commands.ts";

/** A link to a contact's card; pages make it, since they know the addresses. */
export type ContactLink = (contact: {
  readonly id: string;
  readonly name: string;
}) => ReactNode;

/** The lines of a section, one below the other. */
export function Lines(props: { label?: string; children: ReactNode }) {
  return (
    <Box
      component="ul"
      aria-label={props.label}
      sx={{ listStyle: "none", m: 0, p: 0 }}
    >
      {props.children}
    </Box>
  );
}

/** One line: a mark, what it is, more about it, and what can be done. `V` inside it logs a visit with its contact. */
export function Line(props: {
  id: string;
  mark?: ReactNode;
  /** Id of the title's element, for what has to be described by it. */
  titleId?: string;
  title: ReactNode;
  meta?: ReactNode;
  end?: ReactNode;
  contactId?: string | undefined;
  /** The line is a task's. */
  taskId?: string;
}) {
  const commands = useCommands();
  const { contactId } = props;
  function onKeyDown(event: KeyboardEvent): void {
    const { ctrlKey, metaKey, altKey, key } = event;
    if (ctrlKey || metaKey || altKey || key.toLowerCase() !== "v") return;
    if (contactId === undefined) return;
    event.preventDefault();
    commands.logVisit(contactId);
  }
  return (
    <Box
      component="li"
      data-line={props.id}
      data-contact={contactId}
      data-task={props.taskId}
      onKeyDown={onKeyDown}
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 1.25,
        minHeight: 44,
        py: 0.625,
        "& + &": { borderTop: 1, borderColor: "divider" },
      }}
    >
      {props.mark}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box
          id={props.titleId}
          sx={{
            fontWeight: 550,
            lineHeight: "20px",
            overflowWrap: "anywhere",
          }}
        >
          {props.title}
        </Box>
        {props.meta && (
          <Box
            sx={{
              fontSize: 12.5,
              lineHeight: "18px",
              color: "text.secondary",
              overflowWrap: "anywhere",
            }}
          >
            {props.meta}
          </Box>
        )}
      </Box>
      {props.end && (
        <Box
          sx={{
            flex: "none",
            textAlign: "right",
            fontSize: 12.5,
            color: "text.secondary",
          }}
        >
          {props.end}
        </Box>
      )}
    </Box>
  );
}

const LOOK_EVERY_MS = 50;
const LOOKS = 60;
const CONTROLS = "a[href], button, [role=checkbox]";

/**
 * Around lines that leave when they are dealt with: the focus that was in one goes to the line that takes its place,
 * after a dialog that is still closing, and not to the top of the window.
 */
export function FocusKeeper({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const last = useRef<FocusPlace | null>(null);
  const timer = useRef<ReturnType<typeof setInterval> | undefined>(undefined);
  useEffect(() => {
    const root = box.current;
    const was = last.current;
    if (!root || !was || lineOf(root, was.line)) return;
    last.current = null;
    clearInterval(timer.current);
    let looks = 0;
    const look = () => {
      looks += 1;
      const inFront = document.querySelector('[role="dialog"]') !== null;
      if (inFront && looks < LOOKS) return;
      clearInterval(timer.current);
      const at = document.activeElement;
      // The page as a whole is where the focus goes for want of a better place.
      if (at === document.body || at?.matches("main")) focusAt(root, was);
    };
    timer.current = setInterval(look, LOOK_EVERY_MS);
    look();
  });
  useEffect(() => () => clearInterval(timer.current), []);
  return (
    <Box
      ref={box}
      tabIndex={-1}
      onFocus={({ target }) => {
        last.current = placeOf(box.current, target);
      }}
      sx={{ outline: "none" }}
    >
      {children}
    </Box>
  );
}

interface FocusPlace {
  readonly line: string;
  /** Which line it was, and which control in it. */
  readonly at: number;
  readonly control: number;
}

function linesOf(root: HTMLElement): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("[data-line]")];
}

function lineOf(root: HTMLElement, id: string): HTMLElement | undefined {
  return linesOf(root).find((line) => line.dataset["line"] === id);
}

function controlsOf(line: HTMLElement): readonly HTMLElement[] {
  return [...line.querySelectorAll<HTMLElement>(CONTROLS)];
}

function placeOf(
  root: HTMLElement | null,
  target: HTMLElement,
): FocusPlace | null {
  const line = target.closest<HTMLElement>("[data-line]");
  if (!root || !line) return null;
  return {
    line: line.dataset["line"] ?? "",
    at: linesOf(root).indexOf(line),
    control: controlsOf(line).indexOf(target),
  };
}

/** To the first control of a line, by its place. */
export function focusLine(root: HTMLElement, at: number): void {
  focusAt(root, { at, control: 0 });
}

function focusAt(
  root: HTMLElement,
  { at, control }: Pick<FocusPlace, "at" | "control">,
): void {
  const lines = linesOf(root);
  const line = lines[at] ?? lines.at(-1);
  const controls = line ? controlsOf(line) : [];
  (controls[control] ?? controls[0] ?? root).focus();
}
