import Box from "@mui/material/Box";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import { useTranslation } from "react-i18next";
import type { ListQuery } from "../../local-store/store.ts";
import { SNUG } from "../../ui/narrow.ts";
import { formatCount } from "../../ui/format.ts";

type Kind = ListQuery["kind"];

const kinds: readonly Kind[] = ["all", "companies", "persons", "independent"];

/** All, Companies, Persons, Independent, each with how many there are. */
export function KindTabs(props: {
  kind: Kind;
  counts: Readonly<Record<Kind, number>> | null;
  onKind(kind: Kind): void;
}) {
  const { t } = useTranslation();
  return (
    <Tabs
      value={props.kind}
      onChange={(_, kind: Kind) => props.onKind(kind)}
      aria-label={t("contacts.kinds")}
      variant="fullWidth"
      sx={{ px: 1, borderBottom: 1, borderColor: "divider", flex: "none" }}
    >
      {kinds.map((kind) => (
        <Tab
          key={kind}
          value={kind}
          sx={{
            px: 0.5,
            py: 0.5,
            fontSize: 13,
            minHeight: 46,
            minWidth: "max-content",
            [SNUG]: { fontSize: 12, px: 0.25 },
          }}
          label={
            // The count stands below its word: there is room for 100'000.
            <Box
              component="span"
              sx={{ whiteSpace: "nowrap", lineHeight: "17px" }}
            >
              {t(`tabs.${kind}`)}{" "}
              <Box
                component="span"
                sx={{
                  display: "block",
                  fontSize: 12,
                  color: "text.secondary",
                  fontWeight: 450,
                  fontVariantNumeric: "tabular-nums",
                }}
              >
                {props.counts ? formatCount(props.counts[kind]) : "–"}
              </Box>
            </Box>
          }
        />
      ))}
    </Tabs>
  );
}
