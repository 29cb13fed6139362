import AddRounded from "@mui/icons-material/AddRounded";
import CloseRounded from "@mui/icons-material/CloseRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { linksOf } from "../../../shared/domain/employer.ts";
import { unlink } from "../../../shared/domain/related.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { formatDay } from "../../ui/format.ts";
import { Section } from "../../ui/section.tsx";
import { ContactButton } from "./contact-button.tsx";
import { RelateDialog } from "./relate-dialog.tsx";
import type { CardEdit } from "./use-card-edit.ts";
import { useContacts } from "./use-contacts.ts";

/** Who else belongs to the contact: related people, and the way to where somebody worked before (TYP-9). */
export function LinkedContacts(props: { contact: Contact; edit: CardEdit }) {
  const { t } = useTranslation();
  const { contact, edit } = props;
  const [adding, setAdding] = useState(false);
  const related = linksOf(contact, "related");
  const former =
    contact.type === "person"
      ? linksOf(contact, "formerEmployer")
      : linksOf(contact, "formerPerson");
  const all = [...related, ...former];
  const contacts = useContacts(all.map(([, link]) => link.contactId));
  return (
    <Section
      title={t("links.title")}
      action={
        <Button
          size="small"
          startIcon={<AddRounded />}
          onClick={() => setAdding(true)}
        >
          {t("links.add")}
        </Button>
      }
    >
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, mx: -0.75 }}>
        {all.map(([id, link]) => {
          const other = contacts?.get(link.contactId) ?? null;
          const name = other?.name ?? t("links.gone");
          const words =
            link.kind === "related" || link.kind === "separate"
              ? (link.label ?? "")
              : t(`links.${link.kind}`, {
                  day: link.until ? formatDay(link.until) : "",
                });
          return (
            <Box
              component="li"
              key={id}
              sx={{ display: "flex", alignItems: "center" }}
            >
              <ContactButton
                id={link.contactId}
                kind={other?.type ?? "person"}
                name={contacts === null ? "" : name}
                meta={[words, other?.type === "person" && other.companyName]
                  .filter(Boolean)
                  .join(" · ")}
                disabled={other === null}
              />
              {link.kind === "related" && (
                <Tooltip title={t("channel.remove")}>
                  <IconButton
                    aria-label={`${t("channel.remove")}: ${name}`}
                    className="quiet"
                    sx={{ color: "text.secondary" }}
                    onClick={() =>
                      void edit.commitChanges(
                        "action.editContact",
                        unlink(contact, id, other),
                        t("channel.removed", { what: name }),
                      )
                    }
                  >
                    <CloseRounded sx={{ fontSize: 17 }} />
                  </IconButton>
                </Tooltip>
              )}
            </Box>
          );
        })}
      </Box>
      {adding && (
        <RelateDialog
          contact={contact}
          edit={edit}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}
