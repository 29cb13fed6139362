import AddRounded from "@mui/icons-material/AddRounded";
import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import { useTranslation } from "react-i18next";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";
import { useRelations } from "./use-relations.ts";

const SHOWN = 4;

/** The button of the section further down; nobody has to look for it. */
export const ADD_RELATION = "add-relation";

/** How the contact stands to us, at a glance; on a person's card their company's relations too (REL-4). */
export function RelationBadges({ id }: { id: string }) {
  const { t } = useTranslation();
  const { language } = useSession();
  const codes = useCodes();
  const live = useRelations(id);
  const known = live.status === "ready" ? live.value : null;
  const rows = known?.rows ?? [];
  const asked = (known?.requests ?? []).filter(
    ({ status, request }) => status === "open" && request !== undefined,
  );
  const isEmpty = rows.length === 0 && asked.length === 0;
  // Those of a person are kept on the company's card.
  if (known?.company === null && isEmpty)
    return (
      <Chip
        size="small"
        variant="outlined"
        icon={<AddRounded />}
        label={t("relations.addShort")}
        onClick={() => {
          const button = document.getElementById(ADD_RELATION);
          button?.scrollIntoView({ block: "nearest" });
          if (button?.getAttribute("aria-expanded") === "false") button.click();
        }}
      />
    );
  if (isEmpty) return null;
  const hidden = rows.length - SHOWN;
  return (
    <Box
      component="span"
      role="group"
      aria-label={t("relations.title")}
      sx={{ display: "inline-flex", flexWrap: "wrap", gap: 0.5 }}
    >
      {rows.slice(0, SHOWN).map(({ id: row, relation }) => (
        <Chip
          key={row}
          size="small"
          label={codes.text("businessRelation", relation.code, language)}
          sx={{
            bgcolor: relation.linkKind ? "soft.primary" : "soft.neutral",
            color: relation.linkKind ? "primary.main" : "text.primary",
          }}
        />
      ))}
      {asked.map(({ id: note, request }) => (
        <Chip
          key={note}
          size="small"
          variant="outlined"
          label={t("relations.asked", {
            what: t(`account.${request?.kind ?? "customer"}`),
          })}
        />
      ))}
      {hidden > 0 && <span>+{hidden}</span>}
    </Box>
  );
}
