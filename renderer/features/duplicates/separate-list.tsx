import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { Line, Lines } from "../../ui/lines.tsx";
import { Section } from "../../ui/page.tsx";
import { placeOf } from "./pair-list.tsx";
import { useSeparatePairs } from "./use-pairs.ts";
import { useSeparate } from "./use-separate.ts";

/** DUP-7: of whom somebody has said that they are two; that can be taken back. */
export function SeparateList() {
  const { t } = useTranslation();
  const pairs = useSeparatePairs();
  const separate = useSeparate();
  if (pairs.length === 0) return null;
  return (
    <Section
      id="separate"
      title={t("double.separateTitle")}
      hint={t("double.separateHint")}
    >
      <Lines label={t("double.separateTitle")}>
        {pairs.map(([one, other]) => (
          <Line
            key={`${one.id} ${other.id}`}
            id={`separate ${one.id} ${other.id}`}
            title={t("double.pair", { a: one.name, b: other.name })}
            meta={`${placeOf(one)} | ${placeOf(other)}`}
            end={
              <Button
                size="small"
                color="inherit"
                aria-label={t("double.revokeOf", {
                  name: `${one.name}, ${other.name}`,
                })}
                onClick={() => void separate(one.id, other.id, false)}
              >
                {t("double.revoke")}
              </Button>
            }
          />
        ))}
      </Lines>
    </Section>
  );
}
