import Box from "@mui/material/Box";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "../../ui/kbd.tsx";
import { useSession } from "../../ui/session.ts";
import type { NoteSide } from "./conflict-sides.ts";
import { sourceWords } from "./source-words.ts";

/** One column: a value with its author and time; with `radio` it can be chosen. */
export function ConflictOption(props: {
  title: string;
  hotkey?: string;
  side?: NoteSide;
  source?: string;
  /** It stands in the field now. */
  won?: boolean;
  radio?: {
    readonly name: string;
    readonly place: string;
    readonly checked: boolean;
    onChoose(): void;
  };
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const session = useSession();
  const id = useId();
  const { radio } = props;
  const source = [
    props.side ? sourceWords(props.side, session, t) : props.source,
    props.won && t("conflicts.inForce"),
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <Box
      component={radio ? "label" : "div"}
      sx={{
        display: "block",
        minWidth: 0,
        px: 1.25,
        py: 0.875,
        borderRadius: 1,
        border: 1,
        borderColor: radio?.checked ? "primary.main" : "divider",
        bgcolor: radio?.checked ? "surface.hover" : undefined,
        cursor: radio ? "pointer" : undefined,
        "& input": {
          accentColor: (theme) => theme.palette.primary.main,
          outline: "none !important",
        },
        "&:focus-within": radio
          ? { outline: 2, outlineColor: "primary.main", outlineStyle: "solid" }
          : undefined,
      }}
    >
      <Box
        component="span"
        sx={{ display: "flex", alignItems: "center", gap: 0.75, minHeight: 20 }}
      >
        {radio && (
          <input
            type="radio"
            name={radio.name}
            checked={radio.checked}
            onChange={radio.onChoose}
            data-place={radio.place}
            aria-describedby={id}
          />
        )}
        <Box component="span" sx={{ fontSize: 12.5, fontWeight: 600, flex: 1 }}>
          {props.title}
        </Box>
        {props.hotkey !== undefined && <Kbd>{props.hotkey}</Kbd>}
      </Box>
      <Box id={id} component="span" sx={{ display: "block" }}>
        <Box
          component="span"
          sx={{
            display: "block",
            mt: 0.5,
            whiteSpace: "pre-wrap",
            overflowWrap: "anywhere",
          }}
        >
          {props.children}
        </Box>
        {source !== "" && (
          <Box
            component="span"
            sx={{ display: "block", fontSize: 12, color: "text.secondary" }}
          >
            {source}
          </Box>
        )}
      </Box>
    </Box>
  );
}
