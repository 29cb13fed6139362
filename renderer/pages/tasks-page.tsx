import AddRounded from "@mui/icons-material/AddRounded";
import Button from "@mui/material/Button";
import Link from "@mui/material/Link";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { createLink, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DueTasks } from "../features/visits/due-tasks.tsx";
import { useCommands } from "../ui/commands.ts";
import { Kbd } from "../ui/kbd.tsx";
import type { ContactLink as Linked } from "../ui/lines.tsx";
import { Page } from "../ui/page.tsx";
import { useSession } from "../ui/session.ts";

const ContactLink = createLink(Link);

const link: Linked = ({ id, name }) => (
  <ContactLink
    to="/contacts/$id"
    params={{ id }}
    color="inherit"
    underline="always"
  >
    {name}
  </ContactLink>
);

/** Everything that is planned: one's own, the team's or everybody's. */
export function TasksPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const commands = useCommands();
  const { owner } = useSession();
  const { whose = "own" } = useSearch({ from: "/tasks" });
  return (
    <Page
      title={t("nav.tasks")}
      actions={
        <Button
          variant="contained"
          startIcon={<AddRounded />}
          endIcon={<Kbd>T</Kbd>}
          onClick={() => commands.newTask()}
        >
          {t("task.new")}
        </Button>
      }
    >
      {owner.salesperson !== undefined && (
        <ToggleButtonGroup
          exclusive
          size="small"
          value={whose}
          aria-label={t("task.whose")}
          onChange={(_, chosen: string | null) => {
            if (chosen === null) return;
            void navigate({
              to: "/tasks",
              search:
                chosen === "team" || chosen === "all" ? { whose: chosen } : {},
              replace: true,
            });
          }}
        >
          <ToggleButton value="own">{t("task.whose.own")}</ToggleButton>
          <ToggleButton value="team">{t("task.whose.team")}</ToggleButton>
          <ToggleButton value="all">{t("task.whose.all")}</ToggleButton>
        </ToggleButtonGroup>
      )}
      <DueTasks link={link} whose={whose} all />
    </Page>
  );
}
