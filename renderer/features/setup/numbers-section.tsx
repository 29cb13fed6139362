import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { seriesOf } from "../../../shared/domain/number-series.ts";
import {
  SERIES_MEMBERS,
  type SeriesName,
} from "../../../shared/entities/number-series.ts";
import type { Setting } from "../../../shared/entities/setting.ts";
import { Section } from "../../ui/page.tsx";
import { SettingRow } from "../../ui/setting-row.tsx";
import { PlainChoice } from "./plain-choice.tsx";
import { SeriesDialog } from "./series-dialog.tsx";
import { useChangeSetting } from "./use-set-up.ts";

const LEASES = [0, 20, 50, 100, 200];

/** NUM: the number series by what they number, and how many numbers a device keeps for work without a line. */
export function NumbersSection(props: { setting: Setting; may: boolean }) {
  const { t } = useTranslation();
  const { setting, may } = props;
  const change = useChangeSetting();
  const [editing, setEditing] = useState<SeriesName | null>(null);
  const size = setting.contactLeaseSize ?? 50;
  const spanOf = (name: SeriesName) => {
    const { first, last, gaps, manual } = seriesOf(setting, name);
    return [
      last === undefined ? t("series.from", { first }) : `${first} – ${last}`,
      gaps === false && t("series.noGaps"),
      manual === false && t("series.noManual"),
    ]
      .filter(Boolean)
      .join(" · ");
  };
  return (
    <Section
      id="setup-numbers"
      title={t("setup.numbers")}
      hint={t("setup.numbersHint")}
    >
      {(Object.keys(SERIES_MEMBERS) as SeriesName[]).map((name) => (
        <SettingRow
          key={name}
          label={t(`series.${name}`)}
          hint={spanOf(name)}
          control={() => (
            <Button
              variant="outlined"
              size="small"
              disabled={!may}
              aria-label={t("series.editOf", { name: t(`series.${name}`) })}
              onClick={() => setEditing(name)}
            >
              {t("series.edit")}
            </Button>
          )}
        />
      ))}
      <PlainChoice
        label={t("setup.leaseSize")}
        hint={t("setup.leaseSizeHint")}
        value={String(size)}
        disabled={!may || seriesOf(setting, "contacts").gaps === false}
        choices={[...new Set([...LEASES, size])]
          .toSorted((a, b) => a - b)
          .map((value) => ({
            value: String(value),
            text:
              value === 0
                ? t("setup.noLease")
                : t("setup.leaseOf", { count: value }),
          }))}
        onChoose={(value) => void change({ contactLeaseSize: Number(value) })}
      />
      {editing && (
        <SeriesDialog
          name={editing}
          series={seriesOf(setting, editing)}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
