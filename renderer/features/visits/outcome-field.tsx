import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import {
  useEffect,
  useImperativeHandle,
  useRef,
  type KeyboardEvent,
  type Ref,
} from "react";
import { useTranslation } from "react-i18next";
import { KeyedChoice } from "../../ui/keyed-choice.tsx";
import { outcomes, type Outcome } from "../../../shared/domain/typed-visit.ts";

/**
 * How it went: one key, 1 to 6, and one is at the note; the arrows walk through, Enter goes on without choosing. The key
 * of what is chosen takes it back.
 */
export function OutcomeField(props: {
  value: Outcome | "";
  autoFocus: boolean;
  onChange(outcome: Outcome | ""): void;
  /** The person is through with this question. */
  onDone(): void;
  handle: Ref<{ focus(): void }>;
}) {
  const { t } = useTranslation();
  const group = useRef<HTMLDivElement>(null);
  const chosen = outcomes.findIndex((outcome) => outcome === props.value);
  const { autoFocus } = props;
  useEffect(() => {
    if (autoFocus) focusOn(0);
  }, [autoFocus]);
  useImperativeHandle(props.handle, () => ({
    focus: () => focusOn(Math.max(chosen, 0)),
  }));

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
      if (digit - 1 !== chosen) props.onDone();
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      props.onDone();
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
            <KeyedChoice
              key={outcome}
              digit={index + 1}
              chosen={on}
              isStop={on || (chosen < 0 && index === 0)}
              onChoose={() => choose(index)}
            >
              {t(`evaluation.${outcome}`)}
            </KeyedChoice>
          );
        })}
      </Box>
    </Box>
  );
}
