import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import { useSession } from "./session.ts";

/** An entry of a set-up list, as far as one chooses it. */
interface Choosable {
  readonly id: string;
  readonly code: string;
  readonly description: string;
  readonly translations?: Readonly<Record<string, string>> | undefined;
}

type FormTexts = Readonly<Record<string, string>>;

interface Part {
  readonly texts: FormTexts;
  set(changed: FormTexts): void;
}

/** One line of text of a form. */
export function TextLine(
  props: Part & {
    name: string;
    label: string;
    autoFocus?: boolean;
    many?: boolean;
    placeholder?: string;
  },
) {
  const { name, texts } = props;
  return (
    <TextField
      label={props.label}
      value={texts[name] ?? ""}
      autoFocus={props.autoFocus ?? false}
      autoComplete="off"
      multiline={props.many ?? false}
      minRows={props.many ? 3 : 1}
      onChange={(event) => props.set({ [name]: event.target.value })}
      slotProps={{
        htmlInput: {
          maxLength: props.many ? 16_000 : 100,
          placeholder: props.placeholder,
        },
      }}
    />
  );
}

/** One of a list of codes; empty = none. */
export function CodeLine(
  props: Part & {
    name: string;
    label: string;
    codes: readonly Choosable[];
    none?: string;
  },
) {
  const { language } = useSession();
  const { name, texts, codes } = props;
  const value = texts[name] ?? "";
  const known = codes.some(({ code }) => code === value);
  return (
    <TextField
      select
      label={props.label}
      value={known ? value : ""}
      onChange={(event) => props.set({ [name]: event.target.value })}
      slotProps={{
        select: { displayEmpty: true },
        inputLabel: { shrink: true },
      }}
    >
      {(props.none !== undefined || !known) && (
        <MenuItem value="">{props.none ?? ""}</MenuItem>
      )}
      {codes.map((one) => (
        <MenuItem key={one.id} value={one.code}>
          {one.translations?.[language] ?? one.description}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Low, normal, high. */
export function PriorityLine({ texts, set }: Part) {
  const { t } = useTranslation();
  return (
    <TextField
      select
      label={t("sale.priority")}
      value={texts["priority"] ?? "normal"}
      onChange={(event) => set({ priority: event.target.value })}
    >
      {(["low", "normal", "high"] as const).map((one) => (
        <MenuItem key={one} value={one}>
          {t(`priority.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
