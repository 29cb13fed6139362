import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { useDue, useWeek } from "../../local-store/use-agenda.ts";
import { formatLongDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";

/** The work date in words: it is what "today" means here. */
export function TodayTitle() {
  const { t } = useTranslation();
  const { language, today } = useSession();
  return (
    <>
      <Box
        component="span"
        sx={{
          display: "block",
          fontSize: 13,
          fontWeight: 600,
          letterSpacing: 0,
          lineHeight: "18px",
          color: "primary.main",
        }}
      >
        {t("nav.today")}{" "}
      </Box>
      {formatLongDay(today, language)}
    </>
  );
}

/** One line that says how the day looks; the sections below say it in full. */
export function Greeting() {
  const { t } = useTranslation();
  const { today, owner } = useSession();
  const question = {
    today,
    salesperson: owner.salesperson ?? null,
    room: 0,
  };
  const due = useDue(question);
  const week = useWeek(question);
  const [name] = (owner.name ?? "").split(" ");
  const known = due !== null && week !== null;
  const facts = known
    ? [
        due.overdue.total > 0 &&
          t("today.sumOverdue", { count: due.overdue.total }),
        due.today.total > 0 && t("today.sumToday", { count: due.today.total }),
        week.total > 0 && t("today.sumMissing", { count: week.total }),
      ].filter(Boolean)
    : [];
  const sentence =
    facts.length > 0 ? facts.join(", ") : known ? t("today.sumNothing") : "";
  return (
    <Typography color="textSecondary" sx={{ mt: -2, minHeight: 21 }}>
      {[name && t("today.hello", { name }), sentence]
        .filter(Boolean)
        .join(" · ")}
    </Typography>
  );
}
