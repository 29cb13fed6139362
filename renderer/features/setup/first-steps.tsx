import CheckCircleRounded from "@mui/icons-material/CheckCircleRounded";
import RadioButtonUncheckedRounded from "@mui/icons-material/RadioButtonUncheckedRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../ui/commands.ts";
import { Section } from "../../ui/page.tsx";
import { useSession } from "../../ui/session.ts";
import { visuallyHidden } from "../../ui/visually-hidden.ts";
import { RegionDialog } from "./region-dialog.tsx";
import { useFirstSteps, type FirstStep } from "./use-first-steps.ts";

/**
 * What a new notebook needs, in the order in which one does it (S9, S10): set up, companies, their people, the first
 * visit, and the server where there has been one. Each item says why and begins it; it goes when all are done or it is put away.
 */
export function FirstSteps(props: {
  connected: boolean;
  hidden: boolean;
  onImport(): void;
  onHide(): void;
}) {
  const { t } = useTranslation();
  const commands = useCommands();
  const { alone } = useSession();
  const [region, setRegion] = useState(false);
  const steps = useFirstSteps(props.connected);
  if (props.hidden || steps === null || steps.every(({ done }) => done))
    return null;
  const next = steps.find(({ done }) => !done);
  const begin: Readonly<Record<FirstStep["what"], () => void>> = {
    setUp: () => setRegion(true),
    company: () => commands.newCompany(),
    person: () => commands.newPerson(),
    visit: () => commands.logVisit(),
    connect: commands.connect,
  };
  return (
    <Section
      id="first-steps"
      title={t("first.title")}
      hint={t("first.hint", {
        done: steps.filter(({ done }) => done).length,
        of: steps.length,
      })}
    >
      <Box component="ol" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {steps.map(({ what, done }) => (
          <Box
            key={what}
            component="li"
            sx={{
              display: "flex",
              alignItems: "center",
              gap: 1.5,
              py: 1,
              "& + &": { borderTop: 1, borderColor: "divider" },
            }}
          >
            {done ? (
              <CheckCircleRounded aria-hidden color="success" />
            ) : (
              <RadioButtonUncheckedRounded aria-hidden color="disabled" />
            )}
            <Box sx={{ flex: 1, minWidth: 0 }}>
              <Box sx={{ fontWeight: 550 }}>
                {t(`first.${what}`)}
                {done && (
                  <Box component="span" sx={visuallyHidden}>
                    {` (${t("first.done")})`}
                  </Box>
                )}
              </Box>
              {!done && (
                <Box sx={{ fontSize: 12.5, color: "text.secondary" }}>
                  {t(`first.${what}Why`)}
                </Box>
              )}
            </Box>
            {!done && what === "company" && (
              <Button size="small" color="inherit" onClick={props.onImport}>
                {t("first.import")}
              </Button>
            )}
            {!done && (
              <Button
                size="small"
                variant={what === next?.what ? "contained" : "outlined"}
                onClick={begin[what]}
              >
                {t(
                  what === "setUp" && alone
                    ? "first.meAndRegionDo"
                    : `first.${what}Do`,
                )}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      <Button size="small" onClick={props.onHide} sx={{ mt: 1 }}>
        {t("first.hide")}
      </Button>
      {region && <RegionDialog onClose={() => setRegion(false)} />}
    </Section>
  );
}
