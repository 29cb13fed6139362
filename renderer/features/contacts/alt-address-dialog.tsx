import AddRounded from "@mui/icons-material/AddRounded";
import CloseRounded from "@mui/icons-material/CloseRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  removeAltAddress,
  writeAltAddress,
  type AltProblem,
  type AltText,
} from "../../../shared/domain/alt-address.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useSession } from "../../ui/session.ts";
import { altTextsOf, periodIds, toTypedAddress } from "./alt-address-form.ts";
import { CardDialog } from "./card-dialog.tsx";
import { baseOf, type CardTexts } from "./card-texts.ts";
import { DayField } from "./day-field.tsx";
import { PlaceFields } from "./place-fields.tsx";
import type { CardEdit } from "./use-card-edit.ts";

const FIRST = ["code", "address"] as const;
const MORE = ["address2", "country", "phone", "email"] as const;
const RARE = [
  "companyName",
  "companyName2",
  "mobile",
  "fax",
  "homePage",
] as const;

/** One alternative address with its periods, new or changed; every problem stands beside its field. */
export function AltAddressDialog(props: {
  contact: Contact;
  addressId: string;
  edit: CardEdit;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { store } = useLocalStore();
  const { today, newId } = useSession();
  const { contact, addressId, edit } = props;
  const known = contact.altAddresses?.[addressId];
  const [opened] = useState(contact);
  const [start] = useState(() => altTextsOf(opened, addressId));
  const [all, setAll] = useState(() => RARE.some((field) => start[field]));
  const [problems, setProblems] = useState<ReadonlyMap<string, AltProblem>>(
    new Map(),
  );

  async function save(
    texts: CardTexts,
    along: Parameters<Parameters<typeof CardDialog>[0]["onSave"]>[1],
  ): Promise<boolean> {
    const typed = toTypedAddress(texts, today);
    if (typed === null) return false;
    const current = (await store.get("contacts", contact.id)) ?? contact;
    const base = baseOf(
      opened,
      current,
      ({ altAddresses }) => altAddresses?.[addressId] !== undefined,
    );
    // What others have added since counts for codes and days that are taken.
    const fits = writeAltAddress(current, addressId, typed);
    const written = fits.ok ? writeAltAddress(base, addressId, typed) : fits;
    setProblems(written.ok ? new Map() : written.error.problems);
    if (!written.ok) {
      const [first] = written.error.problems.keys();
      document.getElementById(`alt-${first ?? ""}`)?.focus();
      return false;
    }
    return edit.commitChanges("action.editContact", [
      ...written.value,
      ...along,
    ]);
  }

  const wordsOf = (key: string) => {
    const problem = problems.get(key);
    return problem && t(`problem.${problem}`);
  };

  return (
    <CardDialog
      form={`altAddress/${known ? addressId : "new"}`}
      contactId={contact.id}
      title={t(known ? "alt.edit" : "alt.new")}
      start={start}
      onSave={save}
      onRemove={
        known &&
        (() =>
          edit.commitChanges(
            "action.editContact",
            removeAltAddress(contact, addressId),
            t("channel.removed", { what: known.code }),
          ))
      }
      onClose={props.onClose}
    >
      {(texts, set) => {
        const text = (field: AltText, focus = false) => (
          <TextField
            key={field}
            id={`alt-${field}`}
            label={t(`field.${field}`)}
            value={texts[field] ?? ""}
            autoFocus={focus}
            autoComplete="off"
            onChange={(event) => set({ [field]: event.target.value })}
            error={problems.has(field)}
            helperText={
              wordsOf(field) ??
              (field === "code" ? t("alt.codeHint") : undefined)
            }
          />
        );
        return (
          <>
            {FIRST.map((field, i) => text(field, i === 0))}
            <PlaceFields
              values={{
                postCode: texts["postCode"] ?? "",
                city: texts["city"] ?? "",
              }}
              helperText={wordsOf("postCode") ?? wordsOf("city")}
              onChange={({ postCode = "", city = "" }) =>
                set({ postCode, city })
              }
            />
            {MORE.map((field) => text(field))}
            {all && RARE.map((field) => text(field))}
            {!all && (
              <Button
                size="small"
                color="inherit"
                onClick={() => setAll(true)}
                sx={{ alignSelf: "flex-start", color: "text.secondary" }}
              >
                {t("create.more")}
              </Button>
            )}
            <Typography variant="h3" component="h3">
              {t("alt.periods")}
            </Typography>
            {periodIds(texts).map((id, i) => (
              <Box
                key={id}
                role="group"
                aria-label={t("alt.period", { n: i + 1 })}
                sx={{
                  display: "grid",
                  gridTemplateColumns: "1fr 1fr 32px",
                  gap: 1,
                  alignItems: "start",
                }}
              >
                <DayField
                  label={t("alt.from")}
                  value={texts[`from/${id}`] ?? ""}
                  problem={wordsOf(id)}
                  onChange={(day) => set({ [`from/${id}`]: day })}
                />
                <DayField
                  label={t("alt.to")}
                  value={texts[`to/${id}`] ?? ""}
                  onChange={(day) => set({ [`to/${id}`]: day })}
                />
                <IconButton
                  aria-label={`${t("channel.remove")}: ${t("alt.period", { n: i + 1 })}`}
                  onClick={() =>
                    set({ [`gone/${id}`]: "1", [`from/${id}`]: "" })
                  }
                >
                  <CloseRounded sx={{ fontSize: 17 }} />
                </IconButton>
              </Box>
            ))}
            <Button
              size="small"
              startIcon={<AddRounded />}
              onClick={() => {
                const first = periodIds(texts).length === 0;
                const id = first ? addressId : newId();
                set({
                  [`from/${id}`]: "",
                  [`to/${id}`]: "",
                  [`gone/${id}`]: "",
                });
              }}
              sx={{ alignSelf: "flex-start" }}
            >
              {t("alt.addPeriod")}
            </Button>
          </>
        );
      }}
    </CardDialog>
  );
}
