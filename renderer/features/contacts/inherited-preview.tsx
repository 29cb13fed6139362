import ApartmentRounded from "@mui/icons-material/ApartmentRounded";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";

/** What a new person takes over from the company, before it is saved (INH-2, INH-3, INH-4). */
export function InheritedPreview({ company }: { company: Contact }) {
  const { t } = useTranslation();
  const codes = useCodes();
  const { language } = useSession();
  const place = [company.postCode, company.city].filter(Boolean).join(" ");
  const lines = [
    [company.address, place].filter(Boolean).join(", "),
    [company.phone, company.email].filter(Boolean).join(" · "),
    [
      company.language && codes.text("language", company.language, language),
      company.salesperson &&
        codes.text("salesperson", company.salesperson, language),
      company.territory && codes.text("territory", company.territory, language),
    ]
      .filter(Boolean)
      .join(" · "),
  ].filter((line) => line !== "");
  if (lines.length === 0) return null;
  return (
    <Box
      role="note"
      sx={{
        display: "flex",
        gap: 1.25,
        px: 1.5,
        py: 1.25,
        borderRadius: 1,
        bgcolor: "surface.sunken",
        color: "text.secondary",
      }}
    >
      <ApartmentRounded aria-hidden sx={{ fontSize: 18, mt: "1px" }} />
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="caption" component="p" sx={{ fontWeight: 600 }}>
          {t("create.inherited")}
        </Typography>
        {lines.map((line) => (
          <Typography
            key={line}
            variant="body2"
            sx={{ overflowWrap: "anywhere" }}
          >
            {line}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
