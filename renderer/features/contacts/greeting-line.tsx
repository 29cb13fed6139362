import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { greeting } from "../../../shared/domain/salutation.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";

/** How a letter to this contact would begin, formal and informal; or what is missing for it, by name (SAL-1). */
export function GreetingLine({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const codes = useCodes();
  const { language } = useSession();
  const formulas = codes.of("salutationFormula");
  const formal = greeting(contact, formulas, "formal");
  const informal = greeting(contact, formulas, "informal");
  const why = () => {
    if (formal.ok) return "";
    const { error } = formal;
    if (error.kind === "no-salutation")
      return t("greeting.noSalutation", { name: contact.name });
    const salutation = `${codes.text("salutation", error.salutation, language)} (${error.salutation})`;
    return error.kind === "no-language"
      ? t("greeting.noLanguage", { salutation, name: contact.name })
      : t("greeting.noFormula", {
          salutation,
          language: `${codes.text("language", error.language, language)} (${error.language})`,
          name: contact.name,
        });
  };
  return (
    <Box
      sx={{
        display: "grid",
        gridTemplateColumns: "104px minmax(0, 1fr)",
        columnGap: 1,
        py: "5px",
      }}
    >
      <Typography variant="body2" component="span" color="textSecondary">
        {t("greeting.label")}
      </Typography>
      <Box sx={{ minWidth: 0, overflowWrap: "anywhere" }}>
        {formal.ok ? (
          <Typography component="div">{formal.value}</Typography>
        ) : (
          <Typography
            variant="caption"
            component="div"
            sx={{ color: "warning.main" }}
          >
            {why()}
          </Typography>
        )}
        {informal.ok && (
          <Typography variant="caption" component="div" color="textSecondary">
            {t("greeting.informal", { text: informal.value })}
          </Typography>
        )}
      </Box>
    </Box>
  );
}
