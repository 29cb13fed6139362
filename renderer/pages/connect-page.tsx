import Box from "@mui/material/Box";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ConnectForm } from "../features/connect/connect-form.tsx";
import { useConnecting } from "../features/connect/use-connect.ts";
import { useIsEmpty } from "../features/contacts/use-is-empty.ts";
import { BeginSection } from "../features/samples/begin-section.tsx";
import { useSamples } from "../features/samples/use-samples.ts";
import { useSettings } from "../features/settings/settings-context.ts";
import { needsNewCode } from "../features/sync/needs-new-code.ts";
import { useSyncStatus } from "../features/sync/sync-context.ts";
import { screenLanguages } from "../i18n/start-words.ts";
import { useNotify } from "../ui/notices.tsx";

/** First run, or at any time from Settings and the status bar; to begin without a server is as good an answer as any. */
export function ConnectPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const notify = useNotify();
  const { deviceName, connect } = useConnecting();
  const status = useSyncStatus();
  const again = needsNewCode(status);
  const { settings, change, connection } = useSettings();
  const empty = useIsEmpty();
  const samples = useSamples();
  const begin = (to: "/today" | "/backup") => {
    void change({ connectLater: true });
    void navigate({ to });
  };
  // Nothing was chosen yet, and nothing is here.
  const isFirst = connection === null && !settings.connectLater && empty;
  const settled = connection !== null && !again;
  // Connected here or unattended meanwhile: there is nothing left to ask.
  useEffect(() => {
    if (settled) void navigate({ to: "/today" });
  }, [settled, navigate]);
  return (
    <Box
      // Nothing is begun yet: a letter that misses its field makes no card.
      {...(isFirst ? { "data-keys": "rest" } : {})}
      sx={{
        flex: 1,
        overflowY: "auto",
        display: "flex",
        flexWrap: "wrap",
        justifyContent: "safe center",
        // From the top: what a field has to say must move none of those above it.
        alignContent: "flex-start",
        alignItems: "flex-start",
        columnGap: 8,
        rowGap: 5,
        p: 4,
        pt: "max(32px, 9vh)",
      }}
    >
      {isFirst && (
        <BeginSection
          language={settings.language}
          languages={screenLanguages.map((value) => ({
            value,
            text: t(`settings.languageName.${value}`),
          }))}
          onLanguage={(chosen) => {
            const language = screenLanguages.find((one) => one === chosen);
            if (language) void change({ language });
          }}
          onEmpty={() => begin("/today")}
          onSamples={() => begin("/today")}
          onRestore={() => begin("/backup")}
        />
      )}
      <ConnectForm
        deviceName={deviceName}
        waiting={status.waiting}
        {...(again && connection ? { again: connection.url } : {})}
        connect={async (request) => {
          // They never meet a server.
          await samples.remove();
          return connect(request);
        }}
        onConnected={(name) => notify({ text: t("connect.done", { name }) })}
        {...(isFirst ? {} : { onLater: () => begin("/today") })}
        {...(samples.present ? { note: t("samples.connect") } : {})}
      />
    </Box>
  );
}
