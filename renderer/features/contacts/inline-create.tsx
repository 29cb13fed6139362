import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { likelyKind } from "../../../shared/domain/likely-kind.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { Kbd } from "../../ui/kbd.tsx";
import { KeyedChoice } from "../../ui/keyed-choice.tsx";
import { useNotify } from "../../ui/notices.tsx";
import { CompanyField, type CompanyChoice } from "./company-field.tsx";
import {
  draftContact,
  nameFields,
  problemsOf,
  startValues,
  type CreateKind,
  type CreateValues,
} from "./create-form.ts";
import { useCreate } from "./use-create.ts";

const KINDS = ["company", "person", "independent"] as const;

/**
 * A contact that is not here yet, made where its name was typed: the key of its kind, the name as it stands, Enter. Who may
 * be here already is told at once; everything else waits for the card.
 */
export function InlineCreate(props: {
  name: string;
  onCreated(contact: Contact): void;
  onClose(): void;
  /** Who may be here already; `use` takes that one instead. */
  doubles(props: {
    readonly draft: Readonly<Record<string, unknown>>;
    readonly onUse: (id: string) => void;
  }): ReactNode;
  onUse(id: string): void;
}) {
  const { t } = useTranslation();
  const notify = useNotify();
  const { store } = useLocalStore();
  const [kind, setKind] = useState<CreateKind>(() => likelyKind(props.name));
  const [values, setValues] = useState<CreateValues>(() =>
    startValues(likelyKind(props.name), props.name),
  );
  const [employer, setEmployer] = useState<CompanyChoice | null>(null);
  const [company, setCompany] = useState<Contact | null>(null);
  const [checked, setChecked] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const create = useCreate(kind);
  const problems = problemsOf(kind, values);
  useEffect(() => focusOn(group, '[aria-checked="true"]'), []);
  useEffect(() => {
    if (!employer) return setCompany(null);
    let current = true;
    void store.get("contacts", employer.id).then((found) => {
      if (current) setCompany(found);
    });
    return () => {
      current = false;
    };
  }, [store, employer]);

  function choose(next: CreateKind): void {
    setKind(next);
    // The name goes along, in the fields of the other kind.
    if ((next === "company") !== (kind === "company"))
      setValues(startValues(next, nameIn(values)));
    if (next !== "person") setEmployer(null);
  }

  async function submit(): Promise<void> {
    setChecked(true);
    if ([...problems.values()].some((one) => one.kind === "error"))
      return focusOn(fields, "input");
    const contact = await create(values, employer?.id ?? null, () => []);
    if (contact === null) return;
    notify({ text: t("create.saved", { name: contact.name }), undo: true });
    props.onCreated(contact);
  }

  function onKindKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = KINDS.indexOf(kind);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: 2, ArrowUp: 2 }[
      event.key
    ];
    const digit = KINDS[Number(event.key) - 1];
    if (event.key !== " " && digit) {
      flushSync(() => choose(digit));
      focusOn(fields, "input");
    } else if (event.key === "Enter") focusOn(fields, "input");
    else if (step !== undefined) {
      flushSync(() => choose(KINDS[(at + step) % KINDS.length] ?? kind));
      focusOn(group, '[aria-checked="true"]');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Its own Enter and Esc: the sheet around it is not saved or left by them. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    if (event.key === "Escape") props.onClose();
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement)
      void submit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <Box
      role="group"
      aria-label={t("create.inline")}
      onKeyDown={onKeyDown}
      sx={{
        display: "flex",
        flexDirection: "column",
        gap: 1.5,
        p: 1.5,
        border: 1,
        borderColor: "primary.main",
        borderRadius: 1.5,
      }}
    >
      <Box
        ref={group}
        role="radiogroup"
        aria-label={t("create.inline")}
        onKeyDown={onKindKey}
        sx={{
          display: "grid",
          gridTemplateColumns: "repeat(3, 1fr)",
          gap: 0.75,
        }}
      >
        {KINDS.map((one, i) => (
          <KeyedChoice
            key={one}
            digit={i + 1}
            chosen={one === kind}
            isStop={one === kind}
            onChoose={() => choose(one)}
          >
            {t(`kind.${one}`)}
          </KeyedChoice>
        ))}
      </Box>
      <Box
        ref={fields}
        sx={{ display: "flex", gap: 1.25, alignItems: "flex-start" }}
      >
        {nameFields(kind).map((field) => {
          const problem = problems.get(field);
          const told = checked && problem?.kind === "error";
          return (
            <TextField
              key={field}
              fullWidth
              label={t(`field.${field}`)}
              value={values[field] ?? ""}
              error={told}
              helperText={
                told && problem
                  ? t(`create.problem.${problem.code}`, {
                      max: problem.max ?? 0,
                    })
                  : undefined
              }
              onChange={(event) =>
                setValues({ ...values, [field]: event.target.value })
              }
              autoComplete="off"
            />
          );
        })}
      </Box>
      {kind === "person" && (
        <CompanyField
          label={t("field.company")}
          value={employer}
          helperText={t("create.independentHint")}
          onChange={setEmployer}
        />
      )}
      {nameIn(values) !== "" &&
        props.doubles({
          draft: draftContact(kind, values, company),
          onUse: props.onUse,
        })}
      <Box sx={{ display: "flex", justifyContent: "flex-end", gap: 1 }}>
        <Button size="small" color="inherit" onClick={props.onClose}>
          {t("cancel")}
        </Button>
        <Button
          size="small"
          variant="outlined"
          endIcon={<Kbd>⏎</Kbd>}
          onClick={() => void submit()}
        >
          {t("create.do")}
        </Button>
      </Box>
    </Box>
  );
}

function nameIn({ name, firstName, surname }: CreateValues): string {
  return [name, firstName, surname].filter(Boolean).join(" ").trim();
}

function focusOn(
  around: { readonly current: HTMLElement | null },
  what: string,
): void {
  around.current?.querySelector<HTMLElement>(what)?.focus();
}
