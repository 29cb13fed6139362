import ContentCopyRounded from "@mui/icons-material/ContentCopyRounded";
import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Double } from "../../local-store/store.ts";
import { KindMark } from "../../ui/kind-mark.tsx";
import { rowsInWords } from "./double-words.ts";
import { ReasonChips } from "./reason-chips.tsx";
import { useDuplicateSetUp } from "./set-up.ts";

/** A strip with those who may be the same: who, why, and what can be done about each. */
export function DoublesList(props: {
  doubles: readonly Double[];
  actions(double: Double, place: number): ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const setUp = useDuplicateSetUp();
  const { doubles } = props;
  if (doubles.length === 0 || !setUp) return null;
  return (
    <Box
      component="section"
      role="status"
      aria-label={t("double.perhaps")}
      sx={{
        border: 1,
        borderColor: "warning.main",
        borderRadius: 1.5,
        bgcolor: "background.paper",
        overflow: "hidden",
        // In a form it scrolls with the fields instead of being cut off.
        flex: "none",
      }}
    >
      <Box
        sx={{
          display: "flex",
          alignItems: "center",
          gap: 1,
          px: 1.5,
          py: 0.75,
          bgcolor: "soft.warning",
          "& > svg": { fontSize: 16, color: "warning.main" },
        }}
      >
        <ContentCopyRounded aria-hidden />
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {t("double.perhaps")}
        </Typography>
      </Box>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {doubles.map((double, place) => (
          <Box
            component="li"
            key={double.contact.id}
            sx={{
              display: "flex",
              alignItems: "flex-start",
              flexWrap: "wrap",
              gap: 1.25,
              px: 1.5,
              py: 1,
              "& + &": { borderTop: 1, borderColor: "divider" },
            }}
          >
            <KindMark
              kind={double.contact.type === "company" ? "company" : "person"}
              size={28}
            />
            <Box sx={{ flex: "1 1 180px", minWidth: 0 }}>
              <Box sx={{ fontWeight: 600, overflowWrap: "anywhere" }}>
                {double.contact.name}
              </Box>
              <Box sx={{ fontSize: 12.5, color: "text.secondary", mb: 0.5 }}>
                {placeOf(double)}
              </Box>
              <ReasonChips reasons={double.reasons} against={double.against} />
              {double.rows.length > 0 && (
                <Box sx={{ fontSize: 12, color: "text.secondary", mt: 0.5 }}>
                  {rowsInWords(double, setUp, i18n)}
                </Box>
              )}
            </Box>
            <Box sx={{ display: "flex", flexWrap: "wrap", gap: 0.5 }}>
              {props.actions(double, place)}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function placeOf({ contact }: Double): string {
  const { type, companyName, no, postCode, city, phone } = contact;
  return [
    no,
    type === "person" && companyName,
    [postCode, city].filter(Boolean).join(" "),
    phone,
  ]
    .filter(Boolean)
    .join(" · ");
}
