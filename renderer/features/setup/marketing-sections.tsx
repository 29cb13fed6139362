import Alert from "@mui/material/Alert";
import Switch from "@mui/material/Switch";
import { useTranslation } from "react-i18next";
import { inheritFlagsOf } from "../../../shared/domain/inheritance.ts";
import { firstSettingFor } from "../../../shared/domain/marketing-setting.ts";
import type { CodeKind } from "../../../shared/entities/code.ts";
import { Section } from "../../ui/page.tsx";
import { useSession } from "../../ui/session.ts";
import { SettingRow } from "../../ui/setting-row.tsx";
import { CodeChoice } from "./code-choice.tsx";
import { DuplicatesSection } from "./duplicates-section.tsx";
import { NumbersSection } from "./numbers-section.tsx";
import { PlainChoice } from "./plain-choice.tsx";
import { useChangeSetting, useMayChangeSetUp, useSetUp } from "./use-set-up.ts";

const FLAGS = {
  salesperson: "inheritSalesperson",
  territory: "inheritTerritory",
  country: "inheritCountry",
  language: "inheritLanguage",
  formatRegion: "inheritFormatRegion",
  address: "inheritAddress",
  communication: "inheritCommunication",
} as const;

const DEFAULTS = [
  ["defaultCountry", "country"],
  ["defaultLanguage", "language"],
  ["defaultSalesperson", "salesperson"],
  ["defaultTerritory", "territory"],
  ["defaultCompanySalutation", "salutation"],
  ["defaultPersonSalutation", "salutation"],
  ["defaultSalesCycle", "salesCycle"],
] as const satisfies readonly (readonly [string, CodeKind])[];

/** The company's marketing set-up (domain.md §2.3): what people inherit, what new contacts get, duplicates, numbers. */
export function MarketingSections() {
  const { t } = useTranslation();
  const { language } = useSession();
  const setUp = useSetUp();
  const change = useChangeSetting();
  const may = useMayChangeSetUp();
  if (setUp === null) return null;
  const setting = setUp.setting ?? firstSettingFor(language);
  const flags = inheritFlagsOf(setting);
  return (
    <>
      <Section
        id="setup-inheritance"
        title={t("setup.inheritance")}
        hint={t("setup.inheritanceHint")}
      >
        {!may && <NotYours />}
        {(Object.keys(FLAGS) as (keyof typeof FLAGS)[]).map((flag) => (
          <SettingRow
            key={flag}
            labels
            label={t(`setup.inherit.${flag}`)}
            hint={
              flag === "address" || flag === "communication"
                ? t(`setup.inheritHint.${flag}`)
                : undefined
            }
            control={(ids) => (
              <Switch
                checked={flags[flag]}
                disabled={!may}
                onChange={(_, on) => void change({ [FLAGS[flag]]: on })}
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
      </Section>
      <Section
        id="setup-defaults"
        title={t("setup.defaults")}
        hint={t("setup.defaultsHint")}
      >
        {DEFAULTS.map(([member, kind]) => (
          <CodeChoice
            key={member}
            kind={kind}
            label={t(`setup.${member}`)}
            hint={
              member === "defaultSalesperson"
                ? t("setup.defaultSalespersonHint")
                : undefined
            }
            value={setting[member] ?? ""}
            disabled={!may}
            onChoose={(code) => void change({ [member]: code })}
          />
        ))}
        <PlainChoice
          label={t("setup.defaultCorrespondence")}
          value={setting.defaultCorrespondence ?? ""}
          disabled={!may}
          choices={[
            { value: "", text: t("setup.none") },
            { value: "email", text: t("correspondence.email") },
            { value: "hardCopy", text: t("correspondence.hardCopy") },
          ]}
          onChoose={(value) =>
            void change({
              defaultCorrespondence:
                value === "email" || value === "hardCopy" ? value : null,
            })
          }
        />
      </Section>
      <DuplicatesSection setting={setting} may={may} />
      <NumbersSection setting={setting} may={may} />
    </>
  );
}

function NotYours() {
  const { t } = useTranslation();
  return (
    <Alert severity="info" sx={{ mb: 1.5 }}>
      {t("setup.notYours")}
    </Alert>
  );
}
