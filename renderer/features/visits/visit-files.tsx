import CloudOffRounded from "@mui/icons-material/CloudOffRounded";
import ScheduleSendRounded from "@mui/icons-material/ScheduleSendRounded";
import ButtonBase from "@mui/material/ButtonBase";
import Box from "@mui/material/Box";
import Tooltip from "@mui/material/Tooltip";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileInfo } from "../../../shared/entities/file.ts";
import { FileThumb } from "./file-thumb.tsx";
import { FileViewer } from "./file-viewer.tsx";
import type { Standing } from "./use-visit-files.ts";

/** The photos and files of a visit on the timeline; pressed, one is shown large. */
export function VisitFiles(props: {
  files: readonly FileInfo[];
  standing: Standing;
}) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<number | null>(null);
  const { files } = props;
  const nameOf = ({ name, sha256 }: FileInfo) => {
    const standing = props.standing[sha256];
    return standing === "waiting" || standing === "refused"
      ? `${name}, ${t(`attach.standing.${standing}`)}`
      : name;
  };
  return (
    <Box
      component="ul"
      aria-label={t("attach.title")}
      sx={{
        listStyle: "none",
        m: 0,
        mt: 0.75,
        p: 0,
        display: "flex",
        flexWrap: "wrap",
        gap: 0.75,
      }}
    >
      {files.map((file, i) => (
        <Box component="li" key={file.id}>
          <Tooltip describeChild title={nameOf(file)}>
            <ButtonBase
              aria-label={nameOf(file)}
              onClick={() => setShown(i)}
              sx={{
                position: "relative",
                borderRadius: 1,
                "&:focus-visible": {
                  outline: 2,
                  outlineColor: "primary.main",
                  outlineOffset: 2,
                },
              }}
            >
              <FileThumb file={file} size={56} />
              <StandingMark standing={props.standing[file.sha256]} />
            </ButtonBase>
          </Tooltip>
        </Box>
      ))}
      {shown !== null && (
        <FileViewer
          files={files}
          at={shown}
          onMove={setShown}
          onClose={() => setShown(null)}
        />
      )}
    </Box>
  );
}

function StandingMark({
  standing,
}: {
  standing: Standing[string] | undefined;
}) {
  if (standing !== "waiting" && standing !== "refused") return null;
  const Icon = standing === "waiting" ? ScheduleSendRounded : CloudOffRounded;
  return (
    <Icon
      aria-hidden
      sx={{
        position: "absolute",
        right: 2,
        bottom: 2,
        fontSize: 16,
        p: "1px",
        borderRadius: "50%",
        bgcolor: "background.paper",
        color: standing === "waiting" ? "text.secondary" : "error.main",
      }}
    />
  );
}
