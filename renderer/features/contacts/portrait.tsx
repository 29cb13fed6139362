import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/entities/contact.ts";
import type { FileInfo } from "../../../shared/entities/file.ts";
import { KindMark, kindOf } from "../../ui/kind-mark.tsx";

const SIZE = 64;

/** The contact's picture, in the form of its kind; without one the mark of the kind. */
export function Portrait(props: {
  contact: Contact;
  picture: FileInfo | null;
}) {
  const { t } = useTranslation();
  const { contact, picture } = props;
  const kind = kindOf(contact);
  if (!picture?.thumb) return <KindMark kind={kind} size={48} />;
  return (
    <Box
      component="img"
      alt={t("picture.of", { name: contact.name })}
      src={`data:${picture.mime};base64,${picture.thumb}`}
      sx={{
        flex: "none",
        width: SIZE,
        height: SIZE,
        // A logo is wide and must be seen whole; of a face the middle is enough.
        objectFit: kind === "company" ? "contain" : "cover",
        bgcolor: "common.white",
        borderRadius: kind === "company" ? 1 : "50%",
        border: "1px solid",
        borderColor: "divider",
      }}
    />
  );
}
