import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { HelpList } from "../features/help/help-list.tsx";
import { useCommands } from "../ui/commands.ts";
import { Page } from "../ui/page.tsx";

/** Help for the main tasks, without a network; found by typing. */
export function HelpPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const commands = useCommands();
  const [sought, setSought] = useState("");
  return (
    <Page
      title={t("help.title")}
      actions={
        <>
          <Button
            variant="outlined"
            color="inherit"
            onClick={commands.shortcuts}
          >
            {t("help.toKeys")}
          </Button>
          <Button
            variant="outlined"
            color="inherit"
            onClick={() => void navigate({ to: "/news" })}
          >
            {t("help.toNews")}
          </Button>
          <TextField
            type="search"
            value={sought}
            placeholder={t("help.search")}
            onChange={({ target }) => setSought(target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") setSought("");
            }}
            slotProps={{ htmlInput: { "aria-label": t("help.search") } }}
            sx={{ width: 240 }}
          />
        </>
      }
    >
      <HelpList sought={sought.trim()} />
    </Page>
  );
}
