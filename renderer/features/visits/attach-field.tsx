import AttachFileRounded from "@mui/icons-material/AttachFileRounded";
import CloseRounded from "@mui/icons-material/CloseRounded";
import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Attachment } from "../../../shared/domain/attachment.ts";
import { formatBytes } from "../../ui/format.ts";
import { FocusKeeper } from "../../ui/lines.tsx";
import { FileThumb } from "./file-thumb.tsx";
import type { Attaching } from "./use-attach.ts";

/** Photos and files of the visit: chosen, pasted or dropped; each can be taken out again. */
export function AttachField(props: {
  value: readonly Attachment[];
  attaching: Attaching;
  onChange(files: readonly Attachment[]): void;
}) {
  const { t, i18n } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const { value, attaching } = props;
  return (
    <Box>
      <Button
        color="inherit"
        size="small"
        startIcon={<AttachFileRounded />}
        onClick={() => field.current?.click()}
      >
        {t("attach.add")}
      </Button>
      <input
        ref={field}
        hidden
        multiple
        type="file"
        aria-label={t("attach.add")}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file can be chosen again after it was taken out.
          event.currentTarget.value = "";
          attaching.add(files);
        }}
      />
      <FocusKeeper>
        <Box
          component="ul"
          aria-label={t("attach.title")}
          sx={{ listStyle: "none", m: 0, p: 0 }}
        >
          {value.map((file) => (
            <Box
              component="li"
              key={file.sha256}
              sx={{ display: "flex", alignItems: "center", gap: 1, mt: 0.75 }}
            >
              <FileThumb file={file} size={36} />
              <Typography noWrap sx={{ flex: 1, minWidth: 0, fontSize: 13 }}>
                {file.name}
              </Typography>
              <Typography variant="caption" color="textSecondary">
                {formatBytes(file.bytes, i18n.language)}
              </Typography>
              <IconButton
                size="small"
                aria-label={t("attach.remove", { name: file.name })}
                onClick={() =>
                  props.onChange(value.filter((one) => one !== file))
                }
              >
                <CloseRounded sx={{ fontSize: 17 }} />
              </IconButton>
            </Box>
          ))}
        </Box>
      </FocusKeeper>
      <Box role="status" sx={{ fontSize: 12.5, color: "text.secondary" }}>
        {attaching.busy > 0 && t("attach.busy", { count: attaching.busy })}
      </Box>
      {attaching.refused.map(({ name, why }) => (
        <Alert key={name} severity="warning" sx={{ mt: 1 }}>
          {t(`attach.${why}`, { name })}
        </Alert>
      ))}
    </Box>
  );
}
