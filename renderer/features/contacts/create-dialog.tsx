import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import DialogContent from "@mui/material/DialogContent";
import TextField from "@mui/material/TextField";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useDraft } from "../../local-store/use-draft.ts";
import { FormActions } from "../../ui/form-actions.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { requestCardFocus } from "./card-focus.ts";
import { CompanyField, type CompanyChoice } from "./company-field.tsx";
import {
  createFields,
  draftContact,
  isWorthKeeping,
  nameFields,
  problemsOf,
  splitFirstName,
  startValues,
  withoutPlace,
  type CreateField as FieldName,
  type CreateKind,
  type CreateValues,
} from "./create-form.ts";
import { CreateCodes } from "./create-codes.tsx";
import { InheritedPreview } from "./inherited-preview.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { useCreate } from "./use-create.ts";
import { useTakeOver } from "./use-take-over.ts";
import { useCreateStart, type CreateStart } from "./use-create-start.ts";

interface CreateProps {
  kind: CreateKind;
  companyId: string | null;
  /** The card behind the dialog: its company is the first choice for a person. */
  openCard: string | null;
  name: string;
  onClose(): void;
  onCreated(contact: Contact): void;
  /** A contact that is here already is opened. */
  onOther(id: string): void;
  /** Who may be here already; `use` takes that one instead, with what was typed. */
  doubles(props: {
    readonly draft: Readonly<Record<string, unknown>>;
    readonly onOpen: (id: string) => void;
    readonly onUse: (id: string) => void;
  }): ReactNode;
}

/**
 * A new contact: the name first, Enter saves, everything else can wait. It closes only when it is on the disk; what
 * was typed in a dialog that one leaves is there again the next time.
 */
export function CreateDialog(props: CreateProps) {
  const start = useCreateStart(props.kind, props.companyId, props.openCard);
  return start && <CreateForm {...props} start={start} />;
}

function CreateForm(props: CreateProps & { start: CreateStart }) {
  const { t } = useTranslation();
  const { now } = useSession();
  const notify = useNotify();
  const create = useCreate(props.kind);
  const takeOver = useTakeOver();
  const { start, kind } = props;
  const { first, more: rest } = createFields(kind);
  const [values, setValues] = useState<CreateValues>(
    () => start.values ?? startValues(kind, props.name),
  );
  const [employer, setEmployer] = useState<CompanyChoice | null>(
    start.employer,
  );
  const [restored, setRestored] = useState(start.values !== null);
  const [checked, setChecked] = useState(false);
  const [typing, setTyping] = useState<FieldName | null>(null);
  const [more, setMore] = useState(() =>
    rest.some((field) => (values[field] ?? "") !== ""),
  );
  const companyId = props.companyId ?? employer?.id ?? null;
  const company = useCompany(companyId);
  const isPerson = kind === "person";
  const isCompany = kind === "company";
  const chooses = isPerson && props.companyId === null;
  const keeper = useDraft(
    {
      id: start.draftId,
      form: "create",
      value: {
        values: { ...values },
        companyId: employer?.id ?? null,
        kind,
        at: start.at,
      },
      worthKeeping: isWorthKeeping(values),
    },
    now,
    start.draft,
  );
  // A person of a company has its address: one that was typed before is no longer shown and does not count.
  const used = companyId === null ? values : withoutPlace(values);
  const problems = problemsOf(kind, used);
  const words = (field: FieldName) => {
    const problem = problems.get(field);
    if (!problem || (problem.code === "required" && !checked)) return undefined;
    // Nobody is corrected in the middle of a number.
    if (problem.code === "phone-impossible" && field === typing)
      return undefined;
    return t(`create.problem.${problem.code}`, {
      max: problem.max ?? 0,
    });
  };
  const set = (changed: CreateValues) =>
    setValues((before) => ({ ...before, ...changed }));
  const [focusFirst] = chooses && !employer ? [null] : nameFields(kind);
  useFocusOnMore(more, rest[0]);

  function leave(): void {
    keeper.flush();
    if (isWorthKeeping(values)) notify({ text: t("visit.draftKept") });
    props.onClose();
  }

  function discard(): void {
    setValues({});
    setRestored(false);
    setChecked(false);
    document.getElementById(`create-${nameFields(kind)[0]}`)?.focus();
  }

  async function finish(end: (created: Contact) => void): Promise<void> {
    setChecked(true);
    const bad = [...problems].find(([, problem]) => problem.kind === "error");
    if (bad) {
      document.getElementById(`create-${bad[0]}`)?.focus();
      return;
    }
    const contact = await create(used, companyId, () => keeper.removal());
    if (contact === null) return keeper.resume();
    end(contact);
  }
  const open = (created: Contact) => {
    requestCardFocus(created.id);
    props.onCreated(created);
  };
  const another = (created: Contact) => {
    keeper.startAgain();
    discard();
    notify({ text: t("create.isThere", { name: created.name }) });
  };

  async function takeOther(id: string): Promise<void> {
    if (await takeOver(id, kind, used, () => keeper.removal()))
      props.onOther(id);
    else keeper.resume();
  }

  const parts = splitFirstName(kind, used);
  const split =
    parts &&
    t("create.split", {
      parts: [parts.firstName, parts.middleName, parts.surname]
        .filter(Boolean)
        .join(" / "),
    });
  const field = (name: FieldName) => (
    <TextField
      key={name}
      id={`create-${name}`}
      label={t(`field.${name}`)}
      value={values[name] ?? ""}
      onChange={(event) => set({ [name]: event.target.value })}
      onFocus={() => setTyping(name)}
      onBlur={() => setTyping(null)}
      error={words(name) !== undefined && problems.get(name)?.kind === "error"}
      helperText={words(name) ?? (name === "firstName" ? split : undefined)}
      autoFocus={name === focusFirst}
      autoComplete="off"
    />
  );
  const title =
    props.companyId !== null && company
      ? t("create.personOfTitle", { company: company.name })
      : t(`create.${kind}Title`);
  return (
    <FormDialog
      title={title}
      onClose={leave}
      onSubmit={async (event) => {
        event.preventDefault();
        await finish(open);
      }}
    >
      <DialogContent
        sx={{ display: "flex", flexDirection: "column", gap: 1.75 }}
      >
        {restored && (
          <Alert
            severity="info"
            action={
              <Button size="small" color="inherit" onClick={discard}>
                {t("visit.discard")}
              </Button>
            }
          >
            {t("visit.draftRestored")}
          </Alert>
        )}
        {chooses && (
          <CompanyField
            autoFocus={focusFirst === null}
            label={t("field.company")}
            value={employer}
            {...(employer ? {} : { helperText: t("create.independentHint") })}
            onChange={setEmployer}
          />
        )}
        {isCompany ? (
          field("name")
        ) : (
          <Box
            sx={{
              display: "grid",
              gridTemplateColumns: "1fr 1fr",
              gap: 1.5,
              alignItems: "start",
            }}
          >
            {nameFields(kind).map(field)}
          </Box>
        )}
        {!isCompany && (
          <CreateCodes names={["salutation"]} {...{ values, set }} />
        )}
        {companyId === null && (
          <>
            {field("address")}
            <PlaceFields
              values={values}
              helperText={words("postCode")}
              onChange={set}
            />
            <CreateCodes names={["country", "relation"]} {...{ values, set }} />
          </>
        )}
        {first.map(field)}
        {more && rest.map(field)}
        {isWorthKeeping(used) &&
          props.doubles({
            draft: draftContact(kind, used, company),
            onOpen: (id) => {
              leave();
              props.onOther(id);
            },
            onUse: (id) => void takeOther(id),
          })}
        {isPerson && company && <InheritedPreview company={company} />}
        {!more && (
          <Button
            size="small"
            color="inherit"
            onClick={() => setMore(true)}
            sx={{ alignSelf: "flex-start", color: "text.secondary" }}
          >
            {t("create.more")}
          </Button>
        )}
      </DialogContent>
      <FormActions onClose={leave} submit={t("create.do")}>
        <Button
          color="inherit"
          onClick={() => void finish(another)}
          sx={{ mr: "auto" }}
        >
          {t(isCompany ? "create.anotherCompany" : "create.another")}
        </Button>
      </FormActions>
    </FormDialog>
  );
}

/** "More fields" goes away under the focus: the first new field takes it. */
function useFocusOnMore(more: boolean, field: FieldName | undefined): void {
  const before = useRef(more);
  useEffect(() => {
    if (more && !before.current) {
      document.getElementById(`create-${field ?? ""}`)?.focus();
    }
    before.current = more;
  }, [more, field]);
}

function useCompany(id: string | null): Contact | null {
  const { store } = useLocalStore();
  const [company, setCompany] = useState<Contact | null>(null);
  useEffect(() => {
    let current = true;
    setCompany(null);
    if (id !== null) {
      void store.get("contacts", id).then((found) => {
        if (current) setCompany(found);
      });
    }
    return () => {
      current = false;
    };
  }, [store, id]);
  return company;
}
