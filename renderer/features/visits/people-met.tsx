import CheckRounded from "@mui/icons-material/CheckRounded";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import Typography from "@mui/material/Typography";
import { useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ContactRow } from "../../local-store/store.ts";
import { chosenLook } from "../../ui/chosen-look.ts";

const FEW = 8;

/** Who else was there: the people of the company, each ticked with Space; one stop of Tab, the arrows walk through. */
export function PeopleMet(props: {
  people: readonly Pick<ContactRow, "id" | "name">[];
  value: readonly string[];
  onChange(attendees: readonly string[]): void;
}) {
  const { t } = useTranslation();
  const group = useRef<HTMLDivElement>(null);
  const [all, setAll] = useState(false);
  const [stop, setStop] = useState(0);
  const { people, value } = props;
  if (people.length === 0) return null;
  const shown = all
    ? people
    : people.filter(({ id }, at) => at < FEW || value.includes(id));
  const more = people.length - shown.length;

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    const boxes =
      group.current?.querySelectorAll<HTMLElement>('[role="checkbox"]') ?? [];
    const next = (stop + step + boxes.length) % boxes.length;
    setStop(next);
    boxes[next]?.focus();
  }

  return (
    <Box>
      <Typography
        id="met-label"
        variant="body2"
        color="textSecondary"
        sx={{ mb: 0.75 }}
      >
        {t("visit.met")}
      </Typography>
      <Box
        ref={group}
        role="group"
        aria-labelledby="met-label"
        onKeyDown={onKeyDown}
        sx={{ display: "flex", flexWrap: "wrap", gap: 0.75 }}
      >
        {shown.map(({ id, name }, at) => {
          const on = value.includes(id);
          return (
            <ButtonBase
              key={id}
              role="checkbox"
              aria-checked={on}
              tabIndex={at === Math.min(stop, shown.length - 1) ? 0 : -1}
              onClick={() => {
                setStop(at);
                props.onChange(
                  on ? value.filter((one) => one !== id) : [...value, id],
                );
              }}
              sx={{
                gap: 0.5,
                minHeight: 28,
                px: 1.25,
                borderRadius: 10,
                ...chosenLook(on),
              }}
            >
              {on && <CheckRounded aria-hidden sx={{ fontSize: 16 }} />}
              {name}
            </ButtonBase>
          );
        })}
        {more > 0 && (
          <ButtonBase
            onClick={() => setAll(true)}
            sx={{
              px: 1.25,
              minHeight: 28,
              borderRadius: 10,
              fontSize: 13,
              color: "primary.main",
            }}
          >
            {t("visit.metMore", { count: more })}
          </ButtonBase>
        )}
      </Box>
    </Box>
  );
}
