import DeleteOutlined from "@mui/icons-material/DeleteOutlined";
import TuneRounded from "@mui/icons-material/TuneRounded";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import InputBase from "@mui/material/InputBase";
import Tooltip from "@mui/material/Tooltip";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import type { Code } from "../../../shared/entities/code.ts";
import { useSession } from "../../ui/session.ts";
import { useCodeCommands } from "./use-code-commands.ts";

/** One code: its letters, its name to type over, how many contacts carry it, more about it, and away with it. */
export function CodeRow(props: {
  code: Code;
  /** Null = not counted. */
  used: number | null;
  mayChange: boolean;
  onEdit(): void;
  onRemove(): void;
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const { code, used } = props;
  const { change } = useCodeCommands();
  const shown = codeText(code, language);
  /** Null = nothing typed: the row follows the list. */
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? shown;

  async function commit(): Promise<void> {
    const name = text.trim();
    if (name === "" || name === shown) {
      setTyped(null);
      return;
    }
    // One name for every language: what it was called in the others no longer says the same.
    const { translations: _, ...others } = code;
    const done = await change(code, { ...others, description: name });
    // Not on the disk: what was typed stays to be saved again.
    if (done) setTyped((now) => (now === text ? null : now));
  }

  return (
    <Box
      component="li"
      sx={{
        display: "flex",
        alignItems: "center",
        gap: 1,
        minHeight: 44,
        "& + &": { borderTop: 1, borderColor: "divider" },
      }}
    >
      <Box
        sx={{
          width: 116,
          flex: "none",
          fontSize: 12.5,
          color: "text.secondary",
          overflowWrap: "anywhere",
        }}
      >
        {code.code}
      </Box>
      {props.mayChange ? (
        <InputBase
          value={text}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => void commit()}
          onKeyDown={(event) => {
            if (event.key === "Enter") void commit();
            if (event.key === "Escape" && text !== shown) {
              event.stopPropagation();
              setTyped(null);
            }
          }}
          slotProps={{
            input: {
              "aria-label": t("setup.nameOf", { code: code.code }),
              maxLength: 100,
            },
          }}
          sx={{
            flex: 1,
            px: 1,
            borderRadius: 1,
            border: 1,
            borderColor: "transparent",
            "&:hover": { borderColor: "divider" },
            "&.Mui-focused": { borderColor: "primary.main" },
          }}
        />
      ) : (
        <Box sx={{ flex: 1, px: 1 }}>{shown}</Box>
      )}
      {used !== null && used > 0 && (
        <Box sx={{ fontSize: 12.5, color: "text.secondary", flex: "none" }}>
          {t("setup.used", { count: used })}
        </Box>
      )}
      {props.mayChange && (
        <Box sx={{ flex: "none" }}>
          <Tooltip title={t("setup.details")}>
            <IconButton
              size="small"
              aria-label={t("setup.detailsOf", { name: shown })}
              onClick={props.onEdit}
            >
              <TuneRounded fontSize="small" />
            </IconButton>
          </Tooltip>
          <Tooltip title={t("setup.remove")}>
            <IconButton
              size="small"
              aria-label={t("setup.removeOf", { name: shown })}
              onClick={props.onRemove}
            >
              <DeleteOutlined fontSize="small" />
            </IconButton>
          </Tooltip>
        </Box>
      )}
    </Box>
  );
}
