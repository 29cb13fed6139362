import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useContactSearch } from "../../local-store/use-contact-search.ts";
import { ContactField } from "../../ui/contact-field.tsx";
import { useSession } from "../../ui/session.ts";

/** Who else takes part. */
export function Attendees(props: {
  texts: Readonly<Record<string, string>>;
  set(changed: Readonly<Record<string, string>>): void;
  known: readonly Contact[];
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const ask = useContactSearch(language);
  const [names, setNames] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(props.known.map(({ id, name }) => [id, name])),
  );
  const ids = (props.texts["attendees"] ?? "").split(" ").filter(Boolean);
  const write = (next: readonly string[]) =>
    props.set({ attendees: next.join(" ") });
  return (
    <Box>
      <ContactField
        key={ids.length}
        ask={ask}
        start={null}
        label={t("task.attendees")}
        onChange={(chosen) => {
          if (!chosen || ids.includes(chosen.id)) return;
          setNames((before) => ({ ...before, [chosen.id]: chosen.name }));
          write([...ids, chosen.id]);
        }}
      />
      {ids.length > 0 && (
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 0.5, mt: 0.75 }}>
          {ids.map((id) => (
            <Chip
              key={id}
              size="small"
              label={names[id] ?? "…"}
              onDelete={() => write(ids.filter((one) => one !== id))}
            />
          ))}
        </Box>
      )}
    </Box>
  );
}
