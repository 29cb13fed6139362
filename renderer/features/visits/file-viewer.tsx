import ChevronLeftRounded from "@mui/icons-material/ChevronLeftRounded";
import ChevronRightRounded from "@mui/icons-material/ChevronRightRounded";
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import CircularProgress from "@mui/material/CircularProgress";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import IconButton from "@mui/material/IconButton";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileInfo } from "../../../shared/entities/file.ts";
import { bridge } from "../../platform/bridge.ts";
import { Delayed } from "../../ui/delayed.tsx";
import { formatBytes } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { FileThumb } from "./file-thumb.tsx";

/** One photo or file, large; the arrow keys go to the next one of the visit. What is no picture can be saved. */
export function FileViewer(props: {
  files: readonly FileInfo[];
  at: number;
  onMove(at: number): void;
  onClose(): void;
}) {
  const { t, i18n } = useTranslation();
  const notify = useNotify();
  const titleId = useId();
  const { files, at } = props;
  const file = files[Math.min(at, files.length - 1)];
  if (!file) return null;
  const { name, sha256, bytes } = file;
  const many = files.length > 1;
  const move = (by: number) =>
    props.onMove((at + by + files.length) % files.length);

  async function save(): Promise<void> {
    const answer = await bridge.invoke("files/save", { name, sha256, bytes });
    if (answer.saved) notify({ text: t("attach.saved", { name }) });
    else if (answer.missing) notify({ text: t(`attach.${answer.missing}`) });
    else if (answer.failed) notify({ text: t("attach.notSaved", { name }) });
  }

  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby={titleId}
      maxWidth="lg"
      onKeyDown={(event) => {
        const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
        if (by === undefined || !many) return;
        event.preventDefault();
        move(by);
      }}
    >
      <DialogTitle id={titleId} sx={{ overflowWrap: "anywhere" }}>
        {name}
        <Box
          component="span"
          sx={{ ml: 1, fontSize: 13, color: "text.secondary", fontWeight: 400 }}
        >
          {formatBytes(bytes, i18n.language)}
        </Box>
      </DialogTitle>
      <DialogContent
        sx={{ display: "flex", alignItems: "center", gap: 1, minHeight: 220 }}
      >
        {many && (
          <IconButton
            aria-label={t("attach.previous")}
            onClick={() => move(-1)}
          >
            <ChevronLeftRounded />
          </IconButton>
        )}
        <Box sx={{ flex: 1, display: "grid", placeItems: "center" }}>
          <Content key={sha256} file={file} />
        </Box>
        {many && (
          <IconButton aria-label={t("attach.next")} onClick={() => move(1)}>
            <ChevronRightRounded />
          </IconButton>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={() => void save()}>
          {t("attach.save")}
        </Button>
        <Button onClick={props.onClose} autoFocus>
          {t("close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

type Shown =
  | { readonly kind: "reading" }
  | { readonly kind: "picture"; readonly url: string }
  | { readonly kind: "file" }
  | { readonly kind: "noLine" | "notThere" };

function Content({ file }: { file: FileInfo }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Shown>({ kind: "reading" });
  const { sha256, bytes: size, mime, name } = file;
  useEffect(() => {
    let current = true;
    let url: string | undefined;
    void bridge
      .invoke("files/read", { sha256, bytes: size })
      .then(async ({ bytes, missing }) => {
        if (!bytes) return { kind: missing ?? "noLine" } as const;
        const blob = new Blob([new Uint8Array(bytes)], { type: mime });
        // Only what can be drawn is shown; what a file says of itself may be wrong.
        const image = mime.startsWith("image/")
          ? await createImageBitmap(blob).catch(() => null)
          : null;
        if (!image) return { kind: "file" } as const;
        image.close();
        url = URL.createObjectURL(blob);
        return { kind: "picture", url } as const;
      })
      .then((found: Shown) => {
        if (current) setShown(found);
        else if (url !== undefined) URL.revokeObjectURL(url);
      });
    return () => {
      current = false;
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [sha256, size, mime]);
  switch (shown.kind) {
    case "reading":
      return (
        <Delayed>
          <CircularProgress aria-label={t("attach.reading")} />
        </Delayed>
      );
    case "picture":
      return (
        <Box
          component="img"
          src={shown.url}
          alt={name}
          sx={{ maxWidth: "100%", maxHeight: "68vh", borderRadius: 1 }}
        />
      );
    case "file":
      return <FileThumb file={file} size={120} />;
    default:
      return (
        <Box sx={{ display: "grid", justifyItems: "center", gap: 2 }}>
          <FileThumb file={file} size={192} />
          <Alert severity="info">{t(`attach.${shown.kind}`)}</Alert>
        </Box>
      );
  }
}
