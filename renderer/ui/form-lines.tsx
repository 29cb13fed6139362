import Button from "@mui/material/Button";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "./commands.ts";
import { EDIT_LIST } from "./list-paper.tsx";
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
    /** Below the choices: the way to more of them. */
    more?: { readonly text: string; readonly run: () => void };
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
      onChange={({ target }) => {
        if (target.value === EDIT_LIST) props.more?.run();
        else props.set({ [name]: target.value });
      }}
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
      {props.more && (
        <MenuItem
          value={EDIT_LIST}
          sx={{ borderTop: 1, borderColor: "divider", color: "primary.main" }}
        >
          {props.more.text}
        </MenuItem>
      )}
    </TextField>
  );
}

/**
 * Whose it is. Where nobody is on the list yet, the way there stands in the place of an empty choice: whoever says
 * their name there is chosen here at once.
 */
export function SalespersonLine(
  props: Part & { codes: readonly Choosable[]; none?: string },
) {
  const { t } = useTranslation();
  const { editList } = useCommands();
  const { salesperson } = useSession().owner;
  const { codes, set } = props;
  const before = useRef(salesperson);
  useEffect(() => {
    if (before.current === undefined && salesperson !== undefined)
      set({ salesperson });
    before.current = salesperson;
  }, [salesperson, set]);
  const add = () => editList("salesperson");
  if (codes.length === 0)
    return (
      <Button variant="outlined" onClick={add}>
        {t("field.salespersonNone")}
      </Button>
    );
  return (
    <CodeLine
      {...props}
      name="salesperson"
      label={t("field.salesperson")}
      more={{ text: t("field.salespersonAdd"), run: add }}
    />
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
