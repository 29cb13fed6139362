import type { TFunction } from "i18next";
import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import {
  addressLine,
  addressOn,
  periodsOf,
} from "../../../shared/domain/alt-address.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { formatDay } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import { AltAddressDialog } from "./alt-address-dialog.tsx";
import { EntrySection } from "./entry-section.tsx";
import type { CardEdit } from "./use-card-edit.ts";

/** The alternative addresses of a contact with the periods of each; the one that is valid today says so (ALT-1). */
export function AltAddresses(props: { contact: Contact; edit: CardEdit }) {
  const { t } = useTranslation();
  const { today } = useSession();
  const { contact } = props;
  const addresses = Object.entries(contact.altAddresses ?? {}).toSorted(
    ([, a], [, b]) => a.code.localeCompare(b.code),
  );
  const valid = addressOn(contact, today);
  return (
    <EntrySection
      title={t("field.altAddresses")}
      add={t("alt.add")}
      entries={addresses}
      line={(address, id) => (
        <>
          <Box
            sx={{
              display: "flex",
              alignItems: "center",
              gap: 1,
              flexWrap: "wrap",
            }}
          >
            <Typography component="span" sx={{ fontWeight: 550 }}>
              {address.code}
            </Typography>
            {address === valid && (
              <Chip
                size="small"
                color="success"
                variant="outlined"
                label={t("alt.validToday")}
              />
            )}
            <Typography
              component="span"
              variant="caption"
              color="textSecondary"
            >
              {periodWords(contact, id, t)}
            </Typography>
          </Box>
          <Typography
            variant="body2"
            sx={{ overflowWrap: "anywhere" }}
            color="textSecondary"
          >
            {addressLine(address)}
          </Typography>
        </>
      )}
      dialog={(id, close) => (
        <AltAddressDialog
          contact={contact}
          addressId={id}
          edit={props.edit}
          onClose={close}
        />
      )}
    />
  );
}

function periodWords(
  contact: Contact,
  addressId: string,
  t: TFunction,
): string {
  return periodsOf(contact)
    .filter(({ address }) => address === addressId)
    .map(({ from, to }) =>
      to === undefined
        ? t("alt.since", { from: formatDay(from) })
        : `${formatDay(from)} – ${formatDay(to)}`,
    )
    .join(" · ");
}
