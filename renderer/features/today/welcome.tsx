import AutoStoriesRounded from "@mui/icons-material/AutoStoriesRounded";
import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../ui/commands.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Kbd } from "../../ui/kbd.tsx";

/** The first look at an empty notebook: what will stand here, and three ways to begin. */
export function Welcome(props: { connected: boolean; onImport(): void }) {
  const { t } = useTranslation();
  const commands = useCommands();
  return (
    <EmptyState
      icon={<AutoStoriesRounded />}
      title={t("contacts.emptyTitle")}
      text={t("today.welcomeText")}
    >
      <Button
        variant="contained"
        aria-keyshortcuts="C"
        endIcon={<Kbd>C</Kbd>}
        onClick={() => commands.newCompany()}
      >
        {t("today.firstCompany")}
      </Button>
      <Button variant="outlined" onClick={props.onImport}>
        {t("today.importCards")}
      </Button>
      {!props.connected && (
        <Button variant="outlined" onClick={commands.connect}>
          {t("connect.open")}
        </Button>
      )}
    </EmptyState>
  );
}
