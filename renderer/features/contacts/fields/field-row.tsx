import LinkOffRounded from "@mui/icons-material/LinkOffRounded";
import RestartAltRounded from "@mui/icons-material/RestartAltRounded";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import {
  Fragment,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from "react";
import { useTranslation } from "react-i18next";
import type { RefusedText } from "../../../local-store/refused-texts.ts";
import { FieldMenu, type FieldAction } from "./field-menu.tsx";

/**
 * One line of the card: label, then the value as a button that opens its editor (click, Enter or F2), or the editor
 * itself. Marks, problems and conflicts stand under the value. Plain elements, which the card's style sheet dresses.
 */
export function FieldRow(props: {
  name: string;
  label: string;
  value: string;
  /** Set: shown instead of the value. */
  editor: ReactNode;
  inherited: boolean;
  /** Inherited, but said elsewhere: here only for those who listen. */
  quiet: boolean;
  /** The person could follow the company here, but has a value of their own. */
  onResetToCompany: (() => void) | null;
  /** The value follows the company's and could be broken off. */
  onBreak?: (() => void) | null;
  /** What the field's menu offers, when it opens; without it there is none. */
  menu?: () => readonly FieldAction[];
  /** A text that was refused; it is shown in place of the value. */
  refused: RefusedText | null;
  /** Words about a value that is stored all the same. */
  warning: string | null;
  action: ReactNode;
  conflict: ReactNode;
  onEdit(): void;
}) {
  const { t } = useTranslation();
  const [menuAt, setMenuAt] = useState<HTMLElement | null>(null);
  const labelId = `label-${props.name}`;
  const valueId = `value-${props.name}`;
  const noteId = `note-${props.name}`;
  const note = props.refused
    ? t(`problem.${props.refused.code}`)
    : props.warning;
  const inherited = props.inherited && note === null;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "F2") return;
    event.preventDefault();
    props.onEdit();
  }

  // Shift+F10 and the menu key come as a context menu of the focused line.
  function onContextMenu(event: MouseEvent<HTMLElement>): void {
    if (!props.menu) return;
    event.preventDefault();
    setMenuAt(event.currentTarget);
  }

  const shown = clipped(props.refused?.text ?? props.value);
  return (
    <div className="field">
      <span id={labelId} className="label">
        {props.label}
      </span>
      <div className="rest">
        {props.editor ?? (
          <div className="line">
            <button
              type="button"
              className="value"
              data-field={props.name}
              aria-labelledby={
                inherited
                  ? `${labelId} ${valueId} ${noteId}`
                  : `${labelId} ${valueId}`
              }
              aria-describedby={note === null ? undefined : noteId}
              onClick={props.onEdit}
              onKeyDown={onKeyDown}
              onContextMenu={onContextMenu}
            >
              <span
                id={valueId}
                className={
                  props.refused
                    ? "text bad"
                    : shown === ""
                      ? "text none"
                      : "text"
                }
              >
                {shown === "" ? "–" : <Breakable text={shown} />}
              </span>
              {inherited && " "}
              {inherited && (
                <span id={noteId} className={props.quiet ? "unseen" : "source"}>
                  {t("field.fromCompany")}
                </span>
              )}
            </button>
            {props.onResetToCompany && (
              <Tooltip title={t("field.resetToCompany")}>
                <IconButton
                  aria-label={`${t("field.resetToCompany")}: ${props.label}`}
                  onClick={props.onResetToCompany}
                  sx={{ color: "text.secondary" }}
                >
                  <RestartAltRounded sx={{ fontSize: 17 }} />
                </IconButton>
              </Tooltip>
            )}
            {props.onBreak && (
              // Over the end of the value, so that nothing moves when it comes.
              <div className="over">
                <Tooltip title={t("field.breakInheritance")}>
                  <IconButton
                    aria-label={`${t("field.breakInheritance")}: ${props.label}`}
                    onClick={props.onBreak}
                    // By keys it is in the field's menu: not a stop of Tab on every line.
                    tabIndex={-1}
                    className="on-hover"
                    sx={{
                      position: "absolute",
                      right: 0,
                      color: "text.secondary",
                      bgcolor: "surface.hover",
                    }}
                  >
                    <LinkOffRounded sx={{ fontSize: 17 }} />
                  </IconButton>
                </Tooltip>
              </div>
            )}
            {props.action}
            {menuAt && (
              <FieldMenu
                anchor={menuAt}
                actions={props.menu?.() ?? []}
                onClose={() => setMenuAt(null)}
              />
            )}
          </div>
        )}
        {note && !props.editor && (
          <p id={noteId} className={props.refused ? "word bad" : "word"}>
            {note}
          </p>
        )}
        {props.conflict}
      </div>
    </div>
  );
}

/** A book that was pasted by mistake is kept in its draft; to draw it all would hold the window up. */
const DRAWN = 16_000;

function clipped(text: string): string {
  return text.length > DRAWN ? `${text.slice(0, DRAWN).toWellFormed()}…` : text;
}

/** Long addresses break after the @ and the dots, not in the middle of a word. */
function Breakable({ text }: { text: string }) {
  return text.split(/(?<=[@/]|\.(?=\p{L}))/u).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
