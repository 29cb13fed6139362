import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { NamedContact } from "../../../shared/domain/sentence/sentence-names.ts";

/** Whom a sentence may have meant as well: one of them is chosen in one go. */
export function OthersMeant(props: {
  others: readonly NamedContact[];
  onChange(id: string): void;
}) {
  const { t } = useTranslation();
  if (props.others.length === 0) return null;
  return (
    <Box
      role="group"
      aria-label={t("visit.sentenceOthers")}
      sx={{
        display: "flex",
        flexWrap: "wrap",
        alignItems: "center",
        gap: 0.75,
        mt: -1,
      }}
    >
      <Typography variant="body2" color="textSecondary">
        {t("visit.sentenceOthers")}
      </Typography>
      {props.others.map(({ id, name, companyName, city }) => (
        <ButtonBase
          key={id}
          onClick={() => props.onChange(id)}
          sx={{
            px: 1.25,
            minHeight: 26,
            borderRadius: 10,
            border: 1,
            borderColor: "divider",
            fontSize: 13,
            "&:hover": { bgcolor: "surface.hover" },
          }}
        >
          {[name, companyName === name ? "" : companyName, city]
            .filter(Boolean)
            .join(", ")}
        </ButtonBase>
      ))}
    </Box>
  );
}
