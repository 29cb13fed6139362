import Box from "@mui/material/Box";
import DialogContent from "@mui/material/DialogContent";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Code } from "../../../shared/entities/code.ts";
import { FormActions } from "../../ui/form-actions.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { CodeDetail } from "./code-detail.tsx";
import { DETAILS } from "./lists.ts";
import { useCodeCommands } from "./use-code-commands.ts";

const OTHER_LANGUAGES = ["de-CH", "it-CH", "en"] as const;

/** Everything about one code: its name in each language and what its list knows beside it. */
export function CodeForm(props: {
  code: Code;
  /** Not on its list yet: saving adds it. */
  isNew: boolean;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { add, change } = useCodeCommands();
  const { code } = props;
  const [after, setAfter] = useState<Code>(code);
  const [bad, setBad] = useState<ReadonlySet<string>>(new Set());
  const isFormula = code.kind === "salutationFormula";
  // A person is called the same in every language.
  const ofOneLanguage = isFormula || code.kind === "salesperson";

  async function onSubmit(): Promise<void> {
    const parsed = Code.fields.safeParse(tidied(after));
    if (!parsed.success) {
      setBad(new Set(parsed.error.issues.map(({ path }) => String(path[0]))));
      return;
    }
    const saved = props.isNew
      ? (await add(parsed.data)) !== null
      : await change(code, parsed.data);
    if (saved) props.onClose();
  }

  return (
    <FormDialog
      title={t("setup.editTitle", { code: code.code })}
      onClose={props.onClose}
      onSubmit={async (event) => {
        event.preventDefault();
        event.stopPropagation();
        await onSubmit();
      }}
    >
      <DialogContent
        sx={{
          display: "flex",
          flexDirection: "column",
          gap: 2,
          pt: "8px !important",
        }}
      >
        <TextField
          autoFocus
          label={t(isFormula ? "setup.formula" : "setup.name")}
          value={after.description}
          error={bad.has("description")}
          helperText={isFormula ? t("setup.formulaHint") : undefined}
          onChange={(event) =>
            setAfter({ ...after, description: event.target.value })
          }
          slotProps={{ htmlInput: { maxLength: 100 } }}
        />
        {DETAILS[code.kind]?.map((detail) => (
          <CodeDetail
            key={detail}
            detail={detail}
            code={after}
            bad={bad.has(detail)}
            onChange={setAfter}
          />
        ))}
        {!ofOneLanguage && (
          <Box
            component="fieldset"
            sx={{
              border: 0,
              p: 0,
              m: 0,
              display: "flex",
              flexDirection: "column",
              gap: 1.5,
            }}
          >
            <Box component="legend" sx={{ mb: 1, fontWeight: 550 }}>
              {t("setup.otherLanguages")}
            </Box>
            {OTHER_LANGUAGES.map((language) => (
              <TextField
                key={language}
                size="small"
                label={t(`settings.languageName.${language}`)}
                placeholder={after.description}
                value={after.translations?.[language] ?? ""}
                onChange={(event) =>
                  setAfter({
                    ...after,
                    translations: {
                      ...after.translations,
                      [language]: event.target.value,
                    },
                  })
                }
                slotProps={{ htmlInput: { maxLength: 100 } }}
              />
            ))}
          </Box>
        )}
        {bad.size > 0 && (
          <Box role="alert" sx={{ color: "error.main" }}>
            {t("setup.badDetails")}
          </Box>
        )}
      </DialogContent>
      <FormActions onClose={props.onClose} submit={t("setup.save")} />
    </FormDialog>
  );
}

/** No empty text, list or map is stored. */
function tidied(code: Code): Code {
  const names = Object.entries(code.translations ?? {}).filter(
    ([, text]) => text.trim() !== "",
  );
  const all = {
    ...code,
    translations: names.length > 0 ? Object.fromEntries(names) : undefined,
  };
  return Object.fromEntries(
    Object.entries(all).filter(
      ([, value]) =>
        value !== undefined &&
        value !== "" &&
        !(Array.isArray(value) && value.length === 0),
    ),
  ) as unknown as Code;
}
