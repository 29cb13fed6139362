import CloseRounded from "@mui/icons-material/CloseRounded";
import SearchRounded from "@mui/icons-material/SearchRounded";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BackupSection } from "../features/backup/backup-section.tsx";
import { AboutSection } from "../features/settings/about-section.tsx";
import { ConnectionSection } from "../features/settings/connection-section.tsx";
import { useSettings } from "../features/settings/settings-context.ts";
import { SettingsForm } from "../features/settings/settings-form.tsx";
import { ErasureSection } from "../features/erasure/erasure-section.tsx";
import { ListsSection } from "../features/setup/lists-section.tsx";
import { MarketingSections } from "../features/setup/marketing-sections.tsx";
import { ShortcutsSection } from "../features/shortcuts/shortcuts-section.tsx";
import { TrashSection } from "../features/trash/trash-section.tsx";
import { UpdatesSection } from "../features/updates/updates-section.tsx";
import { useCommands } from "../ui/commands.ts";
import { Page } from "../ui/page.tsx";
import { SettingSearch } from "../ui/setting-search.ts";
import { SecurityPanel } from "./security-panel.tsx";

/** What is this device's own to decide, and the company's set-up; found by typing. */
export function SettingsPage() {
  const { t } = useTranslation();
  const commands = useCommands();
  const { settings, change } = useSettings();
  const [sought, setSought] = useState("");
  return (
    <SettingSearch value={sought.trim()}>
      <Page
        title={t("settings.title")}
        actions={
          <TextField
            type="search"
            value={sought}
            placeholder={t("settings.search")}
            onChange={(event) => setSought(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") setSought("");
            }}
            slotProps={{
              htmlInput: { "aria-label": t("settings.search") },
              input: {
                startAdornment: (
                  <InputAdornment position="start">
                    <SearchRounded fontSize="small" />
                  </InputAdornment>
                ),
                endAdornment: sought !== "" && (
                  <InputAdornment position="end">
                    <IconButton
                      size="small"
                      aria-label={t("settings.searchClear")}
                      onClick={() => setSought("")}
                    >
                      <CloseRounded fontSize="small" />
                    </IconButton>
                  </InputAdornment>
                ),
              },
            }}
            sx={{
              width: 300,
              "& input::-webkit-search-cancel-button": { display: "none" },
            }}
          />
        }
      >
        <Box
          sx={{
            display: "flex",
            flexDirection: "column",
            gap: 3,
            // The word for "nothing found" stands only where no section is left.
            "& > [data-none]": { display: "none" },
            "&:not(:has(> section [data-setting], > section[data-found])) > [data-none]":
              { display: "block" },
          }}
        >
          <SettingsForm />
          <MarketingSections />
          <ListsSection />
          <BackupSection onOpen={commands.openBackup} />
          <TrashSection />
          <ErasureSection />
          <SecurityPanel />
          <ShortcutsSection
            own={settings.shortcuts ?? {}}
            onChange={(shortcuts) => void change({ shortcuts })}
          />
          <ConnectionSection />
          <UpdatesSection />
          <AboutSection />
          {sought.trim() !== "" && (
            <Box data-none role="status" sx={{ color: "text.secondary" }}>
              {t("settings.searchNone", { text: sought.trim() })}
            </Box>
          )}
        </Box>
      </Page>
    </SettingSearch>
  );
}
