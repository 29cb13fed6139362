import AddRounded from "@mui/icons-material/AddRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import ButtonBase from "@mui/material/ButtonBase";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  addressLine,
  addressOn,
  periodsOf,
} from "../../../shared/domain/alt-address.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { formatDay } from "../../ui/format.ts";
import { Section } from "../../ui/section.tsx";
import { useSession } from "../../ui/session.ts";
import { AltAddressDialog } from "./alt-address-dialog.tsx";
import type { CardEdit } from "./use-card-edit.ts";

/** The alternative addresses of a contact with the periods of each; the one that is valid today says so (ALT-1). */
export function AltAddresses(props: { contact: Contact; edit: CardEdit }) {
  const { t } = useTranslation();
  const { newId, today } = useSession();
  const { contact } = props;
  const [open, setOpen] = useState<string | null>(null);
  const addresses = Object.entries(contact.altAddresses ?? {}).toSorted(
    ([, a], [, b]) => a.code.localeCompare(b.code),
  );
  const valid = addressOn(contact, today);
  return (
    <Section
      title={t("field.altAddresses")}
      action={
        <Button
          size="small"
          startIcon={<AddRounded />}
          onClick={() => setOpen(newId())}
        >
          {t("alt.add")}
        </Button>
      }
    >
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, mx: -0.75 }}>
        {addresses.map(([id, address]) => (
          <li key={id}>
            <ButtonBase
              onClick={() => setOpen(id)}
              sx={{
                width: "100%",
                display: "block",
                px: 0.75,
                py: 0.5,
                borderRadius: 1,
                textAlign: "left",
                "&:hover": { bgcolor: "surface.hover" },
                "&.Mui-focusVisible": { outlineOffset: "-2px" },
              }}
            >
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
            </ButtonBase>
          </li>
        ))}
      </Box>
      {open !== null && (
        <AltAddressDialog
          contact={contact}
          addressId={open}
          edit={props.edit}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

function periodWords(
  contact: Contact,
  addressId: string,
  t: ReturnType<typeof useTranslation>["t"],
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
