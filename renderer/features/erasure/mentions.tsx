import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { SearchHit } from "../../local-store/store.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatDay } from "../../ui/format.ts";

const SHOWN = 5;
const MOST = 200;
const TEXTS = new Set(["notes", "tasks", "opportunities"]);

/** What has been written with others and holds the name: an erasure takes no texts of theirs apart, so they are shown. */
export function Mentions(props: { contact: Contact; onClose(): void }) {
  const { t } = useTranslation();
  const { search } = useLocalStore();
  const { openContact } = useCommands();
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const { id, name } = props.contact;
  useEffect(
    () =>
      search.search({ text: name, limit: MOST }, ({ groups, complete }) => {
        if (!complete) return;
        setHits(
          groups
            .filter(({ kind }) => TEXTS.has(kind))
            .flatMap((group) => group.hits)
            .filter(({ contactId }) => contactId !== id),
        );
      }),
    [search, name, id],
  );
  if (hits.length === 0) return null;
  return (
    <Box>
      <Typography variant="body2" color="warning">
        {t("erase.mentions", { count: hits.length })}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: 13.5 }}>
        {hits.slice(0, SHOWN).map((hit) => (
          <li key={hit.id}>
            <Link
              component="button"
              type="button"
              onClick={() => {
                props.onClose();
                openContact(hit.contactId);
              }}
              sx={{ textAlign: "left", font: "inherit" }}
            >
              {[hit.subtitle, hit.title.text, hit.date && formatDay(hit.date)]
                .filter(Boolean)
                .join(" · ")}
            </Link>
          </li>
        ))}
      </Box>
    </Box>
  );
}
