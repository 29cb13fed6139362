import Button from "@mui/material/Button";
import Switch from "@mui/material/Switch";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  autosearchPatch,
  duplicateSetUpOf,
  hitsNeeded,
  stringsPatch,
} from "../../../shared/domain/duplicate-set-up.ts";
import type { Setting } from "../../../shared/entities/setting.ts";
import { Section } from "../../ui/page.tsx";
import { SettingRow } from "../../ui/setting-row.tsx";
import { HitField } from "./hit-field.tsx";
import { PlainChoice } from "./plain-choice.tsx";
import { SearchStringsDialog } from "./search-strings-dialog.tsx";
import { useChangeSetting } from "./use-set-up.ts";

const TYPES = ["both", "company", "person"] as const;

/** How double entries are looked for (domain.md DUP), for the whole company. */
export function DuplicatesSection(props: { setting: Setting; may: boolean }) {
  const { t } = useTranslation();
  const { setting, may } = props;
  const change = useChangeSetting();
  const [editing, setEditing] = useState(false);
  const setUp = duplicateSetUpOf(setting);
  const switches = [
    ["autosearch", setUp.autosearch, autosearchPatch],
    ["strings", setUp.strings, stringsPatch],
    [
      "normaliser",
      setUp.normaliser,
      (on: boolean) => ({ duplicateNormaliser: on }),
    ],
  ] as const;
  return (
    <Section
      id="setup-duplicates"
      title={t("duplicates.title")}
      hint={t("duplicates.hint")}
    >
      {switches.map(([name, checked, patch]) => (
        <SettingRow
          key={name}
          labels
          label={t(`duplicates.${name}`)}
          hint={t(`duplicates.${name}Hint`)}
          control={(ids) => (
            <Switch
              checked={checked}
              disabled={!may}
              onChange={(_, on) => void change(patch(on))}
              slotProps={{
                input: {
                  id: ids.control,
                  ...(ids.hint ? { "aria-describedby": ids.hint } : {}),
                },
              }}
            />
          )}
        />
      ))}
      <SettingRow
        labels
        label={t("duplicates.hit")}
        hint={t("duplicates.hitHint", {
          needed: hitsNeeded(setUp),
          of: setUp.rows.length,
        })}
        control={(ids) => (
          <HitField
            key={setUp.hit}
            ids={ids}
            value={setUp.hit}
            disabled={!may}
            onChange={(hit) => void change({ duplicateHit: hit })}
          />
        )}
      />
      <PlainChoice
        label={t("duplicates.types")}
        value={setUp.types}
        disabled={!may}
        choices={TYPES.map((value) => ({
          value,
          text: t(`duplicates.types.${value}`),
        }))}
        onChoose={(value) => {
          const types = TYPES.find((one) => one === value);
          if (types) void change({ duplicateTypes: types });
        }}
      />
      <SettingRow
        label={t("duplicates.rows")}
        hint={[
          ...new Set(setUp.rows.map(({ field }) => t(`field.${field}`))),
        ].join(", ")}
        control={() => (
          <Button
            variant="outlined"
            size="small"
            disabled={!may}
            aria-label={t("series.editOf", { name: t("duplicates.rows") })}
            onClick={() => setEditing(true)}
          >
            {t("series.edit")}
          </Button>
        )}
      />
      {editing && (
        <SearchStringsDialog
          rows={setUp.rows}
          hit={setUp.hit}
          onClose={() => setEditing(false)}
        />
      )}
    </Section>
  );
}
