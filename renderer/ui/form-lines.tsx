import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import FormHelperText from "@mui/material/FormHelperText";
import InputAdornment from "@mui/material/InputAdornment";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "./commands.ts";
import { EDIT_LIST } from "./list-paper.tsx";
import { problemOf, type FormProblem } from "./form-problem.ts";
import { nameJustSaid } from "./name-just-said.ts";
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
  /** Why it was not saved; the field that it is about shows it. */
  readonly problem?: FormProblem | undefined;
}

/** One line of text of a form. */
export function TextLine(
  props: Part & {
    name: string;
    label: string;
    autoFocus?: boolean;
    many?: boolean;
    placeholder?: string;
    /** Before what is typed: the currency of an amount. */
    unit?: string;
    /** Said below while there is no problem. */
    hint?: string | undefined;
  },
) {
  const { name, texts } = props;
  const problem = problemOf(props.problem, name);
  return (
    <TextField
      label={props.label}
      error={problem !== undefined}
      helperText={problem ?? props.hint}
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
        ...(props.unit === undefined
          ? {}
          : {
              input: {
                startAdornment: (
                  <InputAdornment position="start">{props.unit}</InputAdornment>
                ),
              },
              inputLabel: { shrink: true },
            }),
      }}
    />
  );
}

/** Cannot be chosen; no code has blanks at its ends. */
const NOTE = " note ";
const NOTE_LOOK = {
  borderTop: 1,
  borderColor: "divider",
  fontSize: 12.5,
  color: "text.secondary",
  whiteSpace: "normal",
  maxWidth: 230,
  "&.Mui-disabled": { opacity: 1 },
} as const;

/** One of a list of codes; empty = none. */
export function CodeLine(
  props: Part & {
    name: string;
    label: string;
    codes: readonly Choosable[];
    none?: string;
    /** Below the choices: what is not among them, and why. */
    note?: string | undefined;
    /** Below the choices: the way to more of them. */
    more?: { readonly text: string; readonly run: () => void };
  },
) {
  const { language } = useSession();
  const { name, texts, codes } = props;
  const problem = problemOf(props.problem, name);
  const value = texts[name] ?? "";
  const known = codes.some(({ code }) => code === value);
  return (
    <TextField
      select
      label={props.label}
      error={problem !== undefined}
      helperText={problem}
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
      {props.none !== undefined && <MenuItem value="">{props.none}</MenuItem>}
      {codes.map((one) => (
        <MenuItem key={one.id} value={one.code}>
          {one.translations?.[language] ?? one.description}
        </MenuItem>
      ))}
      {props.note !== undefined && (
        <MenuItem disabled value={NOTE} sx={NOTE_LOOK}>
          {props.note}
        </MenuItem>
      )}
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
  const chosen = props.texts["salesperson"];
  const problem = problemOf(props.problem, "salesperson");
  const before = useRef(salesperson);
  useEffect(() => {
    const said = nameJustSaid(before.current, salesperson, chosen, codes);
    if (said !== null) set({ salesperson: said });
    before.current = salesperson;
  }, [salesperson, chosen, codes, set]);
  const add = () => editList("salesperson");
  if (codes.length === 0)
    return (
      <Box>
        <Button
          fullWidth
          variant="outlined"
          onClick={add}
          data-invalid={problem !== undefined}
          sx={{ minHeight: 34 }}
        >
          {t("field.salespersonNone")}
        </Button>
        {problem !== undefined && (
          <FormHelperText error>{problem}</FormHelperText>
        )}
      </Box>
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
