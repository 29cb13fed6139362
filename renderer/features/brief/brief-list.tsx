import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** One part of the page; says how many more there are, or that there is nothing. */
export function BriefList<T>(props: {
  title: string;
  none: string;
  all: readonly T[];
  /** Of them so many. */
  most: number;
  /** More than `all` holds. */
  inAll?: number;
  line(one: T): ReactNode;
}) {
  const { t } = useTranslation();
  const shown = props.all.slice(0, props.most);
  const left = (props.inAll ?? props.all.length) - shown.length;
  return (
    <section>
      <h2>{props.title}</h2>
      {shown.length === 0 && <p className="quiet">{props.none}</p>}
      <ul>
        {shown.map((one, i) => (
          <li key={i}>{props.line(one)}</li>
        ))}
      </ul>
      {left > 0 && <p className="quiet">{t("brief.more", { count: left })}</p>}
    </section>
  );
}
