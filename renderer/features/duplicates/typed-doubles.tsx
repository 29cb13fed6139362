import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "../../ui/kbd.tsx";
import { visuallyHidden } from "../../ui/visually-hidden.ts";
import { DoublesList } from "./doubles-list.tsx";
import { useDoubles, type Draft } from "./use-doubles.ts";

/**
 * While a new contact is typed: who may be the same, with the reason. `Alt 1` to `Alt 3` take that one instead: what was
 * typed goes where it has nothing.
 */
export function TypedDoubles(props: {
  draft: Draft;
  /** Absent: where one cannot go away to look. */
  onOpen?: (id: string) => void;
  onUse(id: string): void;
}) {
  const { t } = useTranslation();
  const doubles = useDoubles(props.draft);
  const { onOpen } = props;
  const latest = useRef({ doubles, onUse: props.onUse });
  latest.current = { doubles, onUse: props.onUse };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const place = Number(event.code.replace(/^(?:Digit|Numpad)/, "")) - 1;
      const chosen = latest.current.doubles[place];
      if (!chosen) return;
      event.preventDefault();
      latest.current.onUse(chosen.contact.id);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
  return (
    <DoublesList
      doubles={doubles}
      actions={({ contact }, place) => (
        <>
          {onOpen && (
            <Button
              size="small"
              color="inherit"
              aria-label={t("double.openOf", { name: contact.name })}
              onClick={() => onOpen(contact.id)}
            >
              {t("double.open")}
            </Button>
          )}
          <Button
            size="small"
            variant="outlined"
            aria-keyshortcuts={`Alt+${place + 1}`}
            endIcon={<Kbd>{t("key.alt", { key: place + 1 })}</Kbd>}
            onClick={() => props.onUse(contact.id)}
          >
            {t("double.use")}
            <Box component="span" sx={visuallyHidden}>
              {`: ${contact.name}`}
            </Box>
          </Button>
        </>
      )}
    />
  );
}
