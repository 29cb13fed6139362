import { useTranslation } from "react-i18next";

/** Minutes in hours: 90 → `1 h 30`, 45 → `45 min`. */
export function useMinutesText(): (minutes: number) => string {
  const { t } = useTranslation();
  return (minutes) => {
    const h = Math.floor(minutes / 60);
    const m = minutes % 60;
    if (h === 0) return t("visit.minutes", { n: m });
    if (m === 0) return t("visit.hours", { h });
    return t("visit.hoursMinutes", { h, m: String(m).padStart(2, "0") });
  };
}
