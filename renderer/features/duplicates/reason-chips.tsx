import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type {
  Contradiction,
  Reason,
} from "../../../shared/domain/duplicates/compare-contacts.ts";

/** Why two may be the same, and what speaks against it: in words, and in a colour for who sees it. */
export function ReasonChips(props: {
  reasons: readonly Reason[];
  against: readonly Contradiction[];
}) {
  const { t } = useTranslation();
  // An empty line would stay: search strings alone give no reason.
  if (props.reasons.length + props.against.length === 0) return null;
  return (
    <Box
      component="span"
      sx={{ display: "inline-flex", flexWrap: "wrap", gap: 0.5 }}
    >
      {props.reasons.map((reason) => (
        <Chip key={reason} tone="primary" text={t(`double.why.${reason}`)} />
      ))}
      {props.against.map((reason) => (
        <Chip
          key={`not-${reason}`}
          tone="warning"
          text={t(`double.against.${reason}`)}
        />
      ))}
    </Box>
  );
}

function Chip(props: { tone: "primary" | "warning"; text: string }) {
  return (
    <Box
      component="span"
      sx={{
        px: 0.75,
        borderRadius: 0.75,
        fontSize: 12,
        lineHeight: "20px",
        fontWeight: 550,
        whiteSpace: "nowrap",
        color: `${props.tone}.main`,
        bgcolor: `soft.${props.tone}`,
      }}
    >
      {props.text}
    </Box>
  );
}
