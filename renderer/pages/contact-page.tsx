import ArrowBackRounded from "@mui/icons-material/ArrowBackRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useRemembered } from "../features/contacts/use-remembered.ts";
import { NARROW } from "../ui/narrow.ts";
import { WholeCard } from "./whole-card.tsx";
import { useStanding } from "../features/duplicates/use-standing.ts";

/** The card of the chosen contact, with what has happened. Where only one pane fits, a way back to the list. */
export function ContactPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id } = useParams({ from: "/contacts/$id" });
  const search = useSearch({ from: "/contacts" });
  useRemembered(id);
  const standing = useStanding(id);
  useEffect(() => {
    if (standing !== null)
      void navigate({
        to: "/contacts/$id",
        params: { id: standing },
        search,
        replace: true,
      });
  }, [navigate, standing, search]);
  return (
    <Box
      sx={{ flex: 1, minWidth: 0, display: "flex", flexDirection: "column" }}
    >
      <Button
        color="inherit"
        startIcon={<ArrowBackRounded />}
        onClick={() => void navigate({ to: "/contacts", search })}
        sx={{
          display: "none",
          alignSelf: "flex-start",
          m: 1,
          [NARROW]: { display: "inline-flex" },
        }}
      >
        {t("nav.contacts")}
      </Button>
      <WholeCard
        key={id}
        id={id}
        onCompare={(ids) =>
          void navigate({ to: "/duplicates/compare", search: { ids } })
        }
      />
    </Box>
  );
}
