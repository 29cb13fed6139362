import Autocomplete from "@mui/material/Autocomplete";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import {
  SalutationPart,
  type Code,
  type CodeKind,
} from "../../../shared/entities/code.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";
import { NumberField } from "./number-field.tsx";
import { StageRows } from "./stage-rows.tsx";
import { StepRows } from "./step-rows.tsx";
import type { Detail } from "./lists.ts";

interface DetailProps {
  readonly detail: Detail;
  readonly code: Code;
  readonly bad: boolean;
  onChange(code: Code): void;
}

/** One thing that a code carries beside its name. */
export function CodeDetail(props: DetailProps) {
  const { t } = useTranslation();
  const { detail, code, bad, onChange } = props;
  const label = t(`setup.detail.${detail}`);
  switch (detail) {
    case "email":
    case "phone":
    case "url":
    case "dateFormula":
      return (
        <TextField
          label={label}
          value={code[detail] ?? ""}
          error={bad}
          helperText={
            detail === "url"
              ? t("setup.urlHint")
              : detail === "dateFormula"
                ? t("task.formulaHint")
                : undefined
          }
          onChange={(event) =>
            onChange({ ...code, [detail]: event.target.value })
          }
          slotProps={{ htmlInput: { maxLength: detail === "url" ? 250 : 80 } }}
        />
      );
    case "unitCostMinor":
      return (
        <NumberField
          label={label}
          value={
            code.unitCostMinor === undefined ? null : code.unitCostMinor / 100
          }
          bad={bad}
          onChange={(value) =>
            onChange(
              with_(
                code,
                detail,
                value === null ? null : Math.round(value * 100),
              ),
            )
          }
        />
      );
    case "unitDurationMin":
      return (
        <NumberField
          label={label}
          value={code.unitDurationMin ?? null}
          bad={bad}
          onChange={(value) => onChange(with_(code, detail, value))}
        />
      );
    case "noteText":
      return (
        <TextField
          multiline
          minRows={2}
          maxRows={8}
          label={label}
          value={code.noteText ?? ""}
          error={bad}
          helperText={t("setup.noteTextHint")}
          onChange={(event) =>
            onChange({ ...code, noteText: event.target.value })
          }
          slotProps={{ htmlInput: { maxLength: 2000 } }}
        />
      );
    case "members":
      return <Several {...props} label={label} kind="salesperson" />;
    case "parts":
      return <Parts {...props} label={label} />;
    case "stages":
      return <StageRows code={code} onChange={onChange} />;
    case "steps":
      return <StepRows code={code} onChange={onChange} />;
    default:
      return <One {...props} label={label} />;
  }
}

function with_(code: Code, detail: Detail, value: number | null): Code {
  return { ...code, [detail]: value ?? undefined } as Code;
}

/** One of a closed list of words, or of another set-up list. */
function One(props: DetailProps & { label: string }) {
  const { t } = useTranslation();
  const { language } = useSession();
  const codes = useCodes();
  const { detail, code, label, onChange } = props;
  const choices = choicesOf(detail, code).map((value) => ({
    value,
    text: t(`setup.choice.${value}` as "setup.choice.us"),
  }));
  const list = LIST_OF[detail];
  const all =
    list && !(code.kind === "closeCode")
      ? codes
          .of(list)
          .map((one) => ({ value: one.code, text: codeText(one, language) }))
      : choices;
  const value = code[detail];
  return (
    <TextField
      select
      label={label}
      error={props.bad}
      value={typeof value === "string" ? value : ""}
      onChange={(event) => onChange({ ...code, [detail]: event.target.value })}
    >
      {detail !== "group" && <MenuItem value="">{t("setup.none")}</MenuItem>}
      {all.map((one) => (
        <MenuItem key={one.value} value={one.value}>
          {one.text}
        </MenuItem>
      ))}
    </TextField>
  );
}

const LIST_OF: Partial<Record<Detail, CodeKind>> = {
  group: "interactionGroup",
  cycle: "salesCycle",
  salutation: "salutation",
  language: "language",
  country: "country",
  territory: "territory",
  currency: "currency",
};

function choicesOf(detail: Detail, code: Code): readonly string[] {
  switch (detail) {
    case "flow":
      return ["out", "in"];
    case "initiatedBy":
      return ["us", "them"];
    case "contactType":
      return ["company", "person"];
    case "formality":
      return ["formal", "informal"];
    case "probability":
      return ["multiply", "add", "chances", "completed"];
    case "group":
      return code.kind === "closeCode" ? ["WON", "LOST"] : [];
    default:
      return [];
  }
}

function Several(props: DetailProps & { label: string; kind: CodeKind }) {
  const { language } = useSession();
  const codes = useCodes().of(props.kind);
  const { code, onChange } = props;
  const chosen = code.members ?? [];
  return (
    <Autocomplete
      multiple
      options={codes.map((one) => one.code)}
      getOptionLabel={(one) => {
        const found = codes.find(({ code: letters }) => letters === one);
        return found ? codeText(found, language) : one;
      }}
      value={[...chosen]}
      onChange={(_, members) => onChange({ ...code, members })}
      renderInput={(params) => <TextField {...params} label={props.label} />}
    />
  );
}

/** Whose part of the name stands for %1 to %5, in their order. */
function Parts(props: DetailProps & { label: string }) {
  const { t } = useTranslation();
  const { code, onChange } = props;
  return (
    <Autocomplete
      multiple
      options={SalutationPart.options}
      getOptionLabel={(part) => t(`field.${part}`)}
      value={code.parts ?? []}
      onChange={(_, parts) => onChange({ ...code, parts: parts.slice(0, 5) })}
      renderInput={(params) => (
        <TextField
          {...params}
          label={props.label}
          helperText={t("setup.partsHint")}
        />
      )}
    />
  );
}
