import InsertDriveFileOutlined from "@mui/icons-material/InsertDriveFileOutlined";
import Box from "@mui/material/Box";
import { useEffect, useState } from "react";
import { thumbOf } from "./thumbs.ts";

/** The small picture of a file, or a sheet of paper where it is none. */
export function FileThumb(props: {
  file: {
    readonly sha256: string;
    readonly bytes: number;
    readonly mime: string;
    readonly thumb?: string | undefined;
  };
  /** Pixels. */
  size: number;
}) {
  const { file, size } = props;
  const [made, setMade] = useState<string | null>(null);
  const isPicture = file.mime.startsWith("image/");
  const wanted = file.thumb === undefined && isPicture;
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    void thumbOf(file).then((thumb) => {
      if (current) setMade(thumb);
    });
    return () => {
      current = false;
    };
  }, [file, wanted]);
  const thumb = file.thumb ?? made;
  const box = { width: size, height: size, flex: "none", borderRadius: 1 };
  return thumb === null ? (
    <Box
      aria-hidden
      sx={{
        ...box,
        display: "grid",
        placeItems: "center",
        bgcolor: "soft.neutral",
        color: "text.secondary",
      }}
    >
      <InsertDriveFileOutlined sx={{ fontSize: size / 2 }} />
    </Box>
  ) : (
    <Box
      component="img"
      alt=""
      src={`data:image/jpeg;base64,${thumb}`}
      sx={{ ...box, objectFit: "cover", display: "block" }}
    />
  );
}
