import AddRounded from "@mui/icons-material/AddRounded";
import EditOutlined from "@mui/icons-material/EditOutlined";
import OpenInNewRounded from "@mui/icons-material/OpenInNewRounded";
import Autocomplete from "@mui/material/Autocomplete";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Link from "@mui/material/Link";
import TextField from "@mui/material/TextField";
import Tooltip from "@mui/material/Tooltip";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import { webSourceLink } from "../../../shared/domain/web-source-link.ts";
import {
  removeWebSource,
  webSourcesOf,
  writeWebSource,
  type WebSourceRefusal,
} from "../../../shared/domain/web-sources.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useNotify } from "../../ui/notices.tsx";
import { Section } from "../../ui/section.tsx";
import { ListPaper, ListPicker } from "../../ui/list-paper.tsx";
import { useSession } from "../../ui/session.ts";
import { CardDialog } from "./card-dialog.tsx";
import { baseOf } from "./card-texts.ts";
import type { CardEdit } from "./use-card-edit.ts";

/** Where one looks a company up on the web, one click with the search word in it (WEB-1). */
export function WebSources(props: { contact: Contact; edit: CardEdit }) {
  const { t } = useTranslation();
  const { newId, language, openOutside } = useSession();
  const codes = useCodes();
  const notify = useNotify();
  const { contact } = props;
  const [open, setOpen] = useState<string | null>(null);
  const sources = webSourcesOf(contact);

  async function launch(code: string, searchWord: string): Promise<void> {
    if (!navigator.onLine) return notify({ text: t("web.offline") });
    const url = codes.find("webSource", code)?.url;
    const link = url === undefined ? null : webSourceLink(url, searchWord);
    if (link === null || !(await openOutside(link)))
      notify({ text: t("web.cannotOpen") });
  }

  return (
    <Section
      title={t("field.webSources")}
      action={
        <Button
          size="small"
          startIcon={<AddRounded />}
          onClick={() => setOpen(newId())}
        >
          {t("web.add")}
        </Button>
      }
    >
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {sources.map(([id, { code, searchWord }]) => (
          <Box
            component="li"
            key={id}
            sx={{ display: "flex", alignItems: "center", minHeight: 30 }}
          >
            <Link
              component="button"
              onClick={() => void launch(code, searchWord)}
              sx={{
                flex: 1,
                minWidth: 0,
                display: "inline-flex",
                alignItems: "center",
                gap: 0.75,
                textAlign: "left",
                overflowWrap: "anywhere",
              }}
            >
              <OpenInNewRounded aria-hidden sx={{ fontSize: 16 }} />
              {codes.text("webSource", code, language)}: {searchWord}
            </Link>
            <Tooltip title={t("web.edit")}>
              <IconButton
                aria-label={`${t("web.edit")}: ${codes.text("webSource", code, language)}`}
                className="quiet"
                onClick={() => setOpen(id)}
              >
                <EditOutlined sx={{ fontSize: 17 }} />
              </IconButton>
            </Tooltip>
          </Box>
        ))}
      </Box>
      {open !== null && (
        <WebSourceDialog
          {...props}
          itemId={open}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

function WebSourceDialog(props: {
  contact: Contact;
  itemId: string;
  edit: CardEdit;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { store } = useLocalStore();
  const { language } = useSession();
  const codes = useCodes();
  const { contact, itemId, edit } = props;
  const [opened] = useState(contact);
  const known = contact.webSources?.[itemId];
  const atFirst = opened.webSources?.[itemId];
  const choices = codes.of("webSource");
  const [problem, setProblem] = useState<WebSourceRefusal["code"] | null>(null);
  return (
    <CardDialog
      form={`webSource/${atFirst ? itemId : "new"}`}
      contactId={contact.id}
      title={t(known ? "web.edit" : "web.new")}
      start={{
        code: atFirst?.code ?? choices[0]?.code ?? "",
        searchWord: atFirst?.searchWord ?? opened.name.slice(0, 30),
      }}
      onSave={async ({ code = "", searchWord = "" }, along) => {
        const current = (await store.get("contacts", contact.id)) ?? contact;
        const typed = { code, searchWord };
        const base = baseOf(
          opened,
          current,
          ({ webSources }) => webSources?.[itemId] !== undefined,
        );
        // What others have added since counts for sources that are taken.
        const fits = writeWebSource(current, itemId, typed);
        const written = fits.ok ? writeWebSource(base, itemId, typed) : fits;
        setProblem(written.ok ? null : written.error.code);
        if (!written.ok) return false;
        const changes = [...written.value, ...along];
        return edit.commitChanges("action.editContact", changes);
      }}
      onRemove={
        known &&
        (() =>
          edit.commitChanges(
            "action.editContact",
            removeWebSource(contact, itemId),
            t("channel.removed", {
              what: codes.text("webSource", known.code, language),
            }),
          ))
      }
      onClose={props.onClose}
    >
      {(texts, set) => (
        <>
          <ListPicker kind="webSource">
            <Autocomplete
              slots={{ paper: ListPaper }}
              disableClearable
              options={[...choices]}
              value={
                choices.find(({ code }) => code === texts["code"]) ?? undefined
              }
              getOptionLabel={(code) => codeText(code, language)}
              getOptionKey={(code) => code.id}
              noOptionsText={t("field.noChoice")}
              onChange={(_, code) => set({ code: code.code })}
              renderInput={(params) => (
                <TextField {...params} label={t("web.source")} />
              )}
            />
          </ListPicker>
          <TextField
            autoFocus
            label={t("web.word")}
            value={texts["searchWord"] ?? ""}
            autoComplete="off"
            onChange={(event) => set({ searchWord: event.target.value })}
            error={problem !== null}
            helperText={problem ? t(`problem.${problem}`) : t("web.wordHint")}
          />
        </>
      )}
    </CardDialog>
  );
}
