import type { MouseEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Mark, type TimelineMark } from "./timeline-marks.tsx";

/** One line of the timeline: an icon on the thread, a heading, what was said. The timeline's style sheet dresses it. */
export function TimelineEntry(props: {
  icon?: TimelineMark;
  /** In place of the icon: something to press. */
  mark?: ReactNode;
  title: string;
  when: string;
  who: string | undefined;
  muted?: boolean;
  /** Opens it where it is edited. */
  onOpen?: () => void;
  /** It is a task's. */
  taskId?: string;
  contactId?: string | undefined;
  /** Opens what was ever written to it. */
  onHistory?: () => void;
  /** Behind it: what else can be done. */
  menu?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { icon } = props;
  return (
    <li
      className={props.muted ? "entry muted" : "entry"}
      data-task={props.taskId}
      data-contact={props.contactId}
      onContextMenu={props.menu ? openOwnMenu : undefined}
    >
      {props.mark ?? (
        <span aria-hidden className="kind">
          {icon && <Mark name={icon} />}
        </span>
      )}
      <div className="said">
        <div className="top">
          <p className="title">
            {props.onOpen ? (
              <button type="button" onClick={props.onOpen}>
                {props.title}
              </button>
            ) : (
              props.title
            )}
          </p>
          <span className="when">{props.when}</span>
          {props.onHistory && (
            <button
              type="button"
              aria-label={`${t("history.title")}: ${props.title}`}
              onClick={props.onHistory}
            >
              <Mark name="history" />
            </button>
          )}
          {props.menu}
        </div>
        {props.who && <p className="by">{props.who}</p>}
        {props.children}
      </div>
    </li>
  );
}

/** The same as its key with the three dots, wherever one clicks; words that are chosen are to be copied. */
function openOwnMenu(event: MouseEvent<HTMLElement>): void {
  if (getSelection()?.isCollapsed === false) return;
  const key = event.currentTarget.querySelector<HTMLElement>(
    '[aria-haspopup="menu"]',
  );
  if (!key) return;
  event.preventDefault();
  key.click();
}
