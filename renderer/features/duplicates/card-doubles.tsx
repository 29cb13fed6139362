import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/entities/contact.ts";
import { DoublesList } from "./doubles-list.tsx";
import { useDoubles } from "./use-doubles.ts";
import { useSeparate } from "./use-separate.ts";

/** On a card: who may be the same (DUP-6). A word and never a block; the list of duplicates is one click away. */
export function CardDoubles(props: {
  contact: Contact;
  onCompare(ids: readonly string[]): void;
}) {
  const { t } = useTranslation();
  const { contact } = props;
  const separate = useSeparate();
  const doubles = useDoubles(contact);
  return (
    <DoublesList
      doubles={doubles}
      actions={(double) => {
        const { id, name } = double.contact;
        return (
          <>
            <Button
              size="small"
              variant="outlined"
              aria-label={t("double.compareOf", { name })}
              onClick={() => props.onCompare([contact.id, id])}
            >
              {t("double.compare")}
            </Button>
            <Button
              size="small"
              color="inherit"
              aria-label={t("double.separateOf", { name })}
              onClick={() => void separate(contact.id, id, true)}
            >
              {t("double.separate")}
            </Button>
          </>
        );
      }}
    />
  );
}
