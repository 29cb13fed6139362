import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileInfo } from "../../../shared/entities/file.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { bridge } from "../../platform/bridge.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatBytes } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { Section } from "../../ui/page.tsx";
import { usePendingEntries } from "./use-pending.ts";

/** As many documents are looked through for those whose bytes were refused. */
const MOST = 50_000;

/** Attached files that the server will never take: named, with a way to save them elsewhere. Nothing while there is none. */
export function RefusedFiles() {
  const { t, i18n } = useTranslation();
  const commands = useCommands();
  const notify = useNotify();
  const files = useRefusedFiles();
  if (files.length === 0) return null;

  async function save({ name, sha256, bytes }: FileInfo): Promise<void> {
    const answer = await bridge.invoke("files/save", { name, sha256, bytes });
    if (answer.saved) notify({ text: t("attach.saved", { name }) });
    else if (answer.failed) notify({ text: t("attach.notSaved", { name }) });
  }

  return (
    <Section
      id="refused-files"
      title={t("attach.refusedTitle")}
      hint={t("attach.refusedHint")}
      tone="warning"
    >
      {files.map((file) => (
        <Box
          key={file.id}
          component="article"
          aria-label={file.name}
          sx={{ display: "flex", alignItems: "center", gap: 1 }}
        >
          <Typography noWrap sx={{ flex: 1, minWidth: 0 }}>
            {file.name}
          </Typography>
          <Typography variant="caption" color="textSecondary">
            {formatBytes(file.bytes, i18n.language)}
          </Typography>
          <Button
            size="small"
            onClick={() => commands.openContact(file.contactId)}
          >
            {t("conflict.openCard")}
          </Button>
          <Button size="small" onClick={() => void save(file)}>
            {t("attach.save")}
          </Button>
        </Box>
      ))}
    </Section>
  );
}

function useRefusedFiles(): readonly FileInfo[] {
  const { store } = useLocalStore();
  const pending = usePendingEntries();
  const [files, setFiles] = useState<readonly FileInfo[]>([]);
  useEffect(() => {
    let current = true;
    const look = async () => {
      const { hashes } = await bridge.invoke("files/refused", undefined);
      if (hashes.length === 0) return [];
      const refused = new Set(hashes);
      const all = await store.all("files", MOST);
      return all.filter(({ sha256 }) => refused.has(sha256));
    };
    void look().then((found) => {
      if (current) setFiles(found);
    });
    return () => {
      current = false;
    };
    // A file is refused after the text that it came with was sent.
  }, [store, pending.length]);
  return files;
}
