import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Typography from "@mui/material/Typography";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { Kbd } from "../../ui/kbd.tsx";
import { outcomes, type Outcome } from "./visit-form.ts";

/** How it went: one key, 1 to 6; the arrows walk through, the same key again takes it back. */
export function OutcomeField(props: {
  value: Outcome | "";
  autoFocus: boolean;
  onChange(outcome: Outcome | ""): void;
}) {
  const { t } = useTranslation();
  const group = useRef<HTMLDivElement>(null);
  const chosen = outcomes.findIndex((outcome) => outcome === props.value);
  const { autoFocus } = props;
  useEffect(() => {
    if (autoFocus) focusOn(0);
  }, [autoFocus]);

  function focusOn(index: number): void {
    group.current
      ?.querySelectorAll<HTMLElement>('[role="radio"]')
      [index]?.focus();
  }

  function choose(index: number): void {
    const outcome = outcomes[index];
    if (!outcome) return;
    props.onChange(outcome === props.value ? "" : outcome);
    focusOn(index);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const digit = Number(event.key);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[
      event.key
    ];
    if (event.key !== " " && digit >= 1 && digit <= outcomes.length) {
      event.preventDefault();
      choose(digit - 1);
    } else if (step !== undefined) {
      event.preventDefault();
      const from = chosen < 0 ? (step > 0 ? -1 : 0) : chosen;
      choose((from + step + outcomes.length) % outcomes.length);
    }
  }

  return (
    <Box>
      <Typography
        id="outcome-label"
        variant="body2"
        color="textSecondary"
        sx={{ mb: 0.75, display: "flex", gap: 1 }}
      >
        <span>{t("visit.evaluation")}</span>
        <span>{t("visit.evaluationHint")}</span>
      </Typography>
      <Box
        ref={group}
        role="radiogroup"
        aria-labelledby="outcome-label"
        onKeyDown={onKeyDown}
        sx={{
          display: "grid",
          gridTemplateColumns: "repeat(3, 1fr)",
          gap: 0.75,
        }}
      >
        {outcomes.map((outcome, index) => {
          const on = index === chosen;
          return (
            <ButtonBase
              key={outcome}
              role="radio"
              aria-checked={on}
              tabIndex={on || (chosen < 0 && index === 0) ? 0 : -1}
              onClick={() => choose(index)}
              sx={{
                gap: 0.75,
                height: 34,
                px: 1,
                justifyContent: "flex-start",
                borderRadius: 1,
                border: 1,
                borderColor: on ? "primary.main" : "divider",
                bgcolor: on ? "surface.selected" : undefined,
                fontSize: 13,
                fontWeight: on ? 600 : 450,
                "&:hover": { bgcolor: on ? undefined : "surface.hover" },
              }}
            >
              <Kbd>{String(index + 1)}</Kbd>
              {t(`evaluation.${outcome}`)}
            </ButtonBase>
          );
        })}
      </Box>
    </Box>
  );
}
