import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ContactRow } from "../../local-store/store.ts";
import { KindMark } from "../../ui/kind-mark.tsx";
import { Line, Lines } from "../../ui/lines.tsx";
import { ReasonChips } from "./reason-chips.tsx";
import type { ShownPair } from "./use-pairs.ts";
import { useSeparate } from "./use-separate.ts";

const AT_ONCE = 50;

/** Pairs of one lane, the likeliest first; more of them when one asks. */
export function PairList(props: {
  label: string;
  pairs: readonly ShownPair[];
  onCompare(ids: readonly string[]): void;
}) {
  const { t } = useTranslation();
  const [room, setRoom] = useState(AT_ONCE);
  const separate = useSeparate();
  const { pairs } = props;
  return (
    <>
      <Lines label={props.label}>
        {pairs.slice(0, room).map((pair) => (
          <Line
            key={`${pair.a} ${pair.b}`}
            id={`${pair.a} ${pair.b}`}
            mark={
              <KindMark
                kind={pair.one.type === "company" ? "company" : "person"}
                size={28}
              />
            }
            title={t("double.pair", { a: pair.one.name, b: pair.other.name })}
            meta={
              <Box
                component="span"
                sx={{ display: "flex", flexDirection: "column", gap: 0.5 }}
              >
                <span>{`${placeOf(pair.one)} | ${placeOf(pair.other)}`}</span>
                <ReasonChips reasons={pair.reasons} against={pair.against} />
              </Box>
            }
            end={
              <Box sx={{ display: "flex", gap: 0.5, flex: "none" }}>
                <Button
                  size="small"
                  variant="outlined"
                  aria-label={t("double.compareOf", {
                    name: `${pair.one.name}, ${pair.other.name}`,
                  })}
                  onClick={() => props.onCompare([pair.a, pair.b])}
                >
                  {t("double.compare")}
                </Button>
                <Button
                  size="small"
                  color="inherit"
                  aria-label={t("double.separateOf", {
                    name: `${pair.one.name}, ${pair.other.name}`,
                  })}
                  onClick={() => void separate(pair.a, pair.b, true)}
                >
                  {t("double.separate")}
                </Button>
              </Box>
            }
          />
        ))}
      </Lines>
      {pairs.length > room && (
        <Button
          size="small"
          color="inherit"
          onClick={() => setRoom((now) => now + AT_ONCE)}
        >
          {t("double.more", { count: pairs.length - room })}
        </Button>
      )}
    </>
  );
}

export function placeOf(row: ContactRow): string {
  return [
    row.no,
    row.type === "person" && row.companyName,
    [row.postCode, row.city].filter(Boolean).join(" "),
  ]
    .filter(Boolean)
    .join(" · ");
}
