import Button from "@mui/material/Button";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import TextField from "@mui/material/TextField";
import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { CompanyField } from "./company-field.tsx";
import {
  createChanges,
  createFields,
  problemsOf,
  type CreateField as FieldName,
  type CreateKind,
  type CreateValues,
} from "./create-form.ts";
import { InheritedPreview } from "./inherited-preview.tsx";
import { PlaceFields } from "./place-fields.tsx";

/** A new contact: the name first, Enter saves, everything else can wait. It closes only when it is on the disk. */
export function CreateDialog(props: {
  kind: CreateKind;
  companyId: string | null;
  name: string;
  onClose(): void;
  onCreated(contact: Contact): void;
}) {
  const { t } = useTranslation();
  const { store, save } = useLocalStore();
  const { newId, owner, takeNumber } = useSession();
  const notify = useNotify();
  const [values, setValues] = useState<CreateValues>({ name: props.name });
  const [checked, setChecked] = useState(false);
  const [more, setMore] = useState(false);
  const [busy, setBusy] = useState(false);
  const [employer, setEmployer] = useState<ContactRow | null>(null);
  const company = useCompany(employer?.id ?? props.companyId);
  const isPerson = props.kind === "person";
  const chooses = isPerson && props.companyId === null;
  const problems = problemsOf(props.kind, values);
  const shown = (field: FieldName) => {
    const problem = problems.get(field);
    if (!problem) return undefined;
    const missing = problem.code === "required";
    return checked || !missing ? problem : undefined;
  };
  const set = (changed: CreateValues) =>
    setValues((before) => ({ ...before, ...changed }));

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setChecked(true);
    const bad = [...problems].find(([, problem]) => problem.kind === "error");
    if (bad) {
      document.getElementById(`create-${bad[0]}`)?.focus();
      return;
    }
    if (busy) return;
    setBusy(true);
    const settings = await store.all("settings", 10);
    const changes = createChanges(
      props.kind,
      {
        newId,
        no: await takeNumber(),
        setting: settings.find(({ key }) => key === "marketing") ?? null,
        userSalesperson: owner.salesperson ?? null,
        company: isPerson ? company : null,
      },
      values,
    );
    const [change] = changes ?? [];
    const label =
      props.kind === "company" ? "action.createCompany" : "action.createPerson";
    const result = changes && (await save(label, changes));
    setBusy(false);
    if (result?.status === "failed") {
      notify({ text: t(`error.save.${result.reason}`) });
    } else if (result && change?.c === "contacts" && change.after) {
      props.onCreated(change.after);
    }
  }

  const field = (name: FieldName) => {
    const problem = shown(name);
    return (
      <TextField
        key={name}
        id={`create-${name}`}
        label={t(`field.${name}`)}
        value={values[name] ?? ""}
        onChange={(event) => set({ [name]: event.target.value })}
        error={problem?.kind === "error"}
        helperText={problem && t(`problem.${problem.code}`)}
        autoFocus={name === "name" && !chooses}
        autoComplete="off"
      />
    );
  };
  const { first, more: rest } = createFields(props.kind);
  const title =
    props.companyId !== null && company
      ? t("create.personOfTitle", { company: company.name })
      : t(`create.${props.kind}Title`);
  return (
    <FormDialog title={title} onClose={props.onClose} onSubmit={submit}>
      <DialogContent
        sx={{ display: "flex", flexDirection: "column", gap: 1.75 }}
      >
        {chooses && (
          <CompanyField
            autoFocus
            label={t("field.company")}
            value={employer}
            helperText={t("create.independentHint")}
            onChange={setEmployer}
          />
        )}
        {field("name")}
        {!(isPerson && company) && (
          <>
            {field("address")}
            <PlaceFields
              values={values}
              helperText={shown("postCode") && t("problem.post-code-unknown")}
              onChange={set}
            />
          </>
        )}
        {first.map(field)}
        {more && rest.map(field)}
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
      <DialogActions>
        <Button color="inherit" onClick={props.onClose}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="contained">
          {t("create.do")}
        </Button>
      </DialogActions>
    </FormDialog>
  );
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
