import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import Typography from "@mui/material/Typography";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { nearestFirst } from "../../../shared/domain/nearby.ts";
import {
  pointOf,
  postCodesNear,
} from "../../../shared/directory/locality-points.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactList, ContactRow } from "../../local-store/store.ts";
import { kindOf } from "../../ui/kind-mark.tsx";
import { ContactButton } from "./contact-button.tsx";

const DISTANCES = [2, 5, 10, 25] as const;
const SHOWN = 100;

type Nearby = ReturnType<typeof nearestFirst<ContactRow>>;

/** Who else is near a contact, by the towns of the official directory: the nearest first. */
export function NearbyDialog(props: { contact: Contact; onClose(): void }) {
  const { t } = useTranslation();
  const { list } = useLocalStore();
  const titleId = useId();
  const { contact, onClose } = props;
  const [km, setKm] = useState<number>(DISTANCES[2]);
  const [nearby, setNearby] = useState<Nearby | null>(null);
  const here = pointOf(contact.postCode, contact.city);
  useEffect(() => {
    let current = true;
    void findNearby(list, contact, km).then((found) => {
      if (current) setNearby(found);
    });
    return () => {
      current = false;
    };
  }, [list, contact, km]);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <DialogTitle id={titleId}>
        {t("nearby.title", { name: contact.name })}
      </DialogTitle>
      <DialogContent
        sx={{ display: "flex", flexDirection: "column", gap: 1.25 }}
      >
        {here === null ? (
          <Typography>{t("nearby.noPlace")}</Typography>
        ) : (
          <>
            <ToggleButtonGroup
              exclusive
              size="small"
              value={km}
              aria-label={t("nearby.within")}
              onChange={(_, chosen: number | null) => {
                if (chosen !== null) setKm(chosen);
              }}
            >
              {DISTANCES.map((distance) => (
                <ToggleButton key={distance} value={distance}>
                  {t("nearby.km", { km: distance })}
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            <Typography variant="caption" color="textSecondary">
              {t("nearby.how")}
            </Typography>
            {nearby?.length === 0 && (
              <Typography color="textSecondary">{t("nearby.none")}</Typography>
            )}
            <Box
              component="ul"
              sx={{ listStyle: "none", m: 0, p: 0, mx: -0.75 }}
            >
              {nearby?.slice(0, SHOWN).map(({ row, km: distance }) => (
                <li key={row.id}>
                  <ContactButton
                    id={row.id}
                    kind={kindOf(row)}
                    name={row.name}
                    meta={[
                      row.type === "person" ? row.companyName : "",
                      [row.postCode, row.city].filter(Boolean).join(" "),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                    end={t("nearby.away", { km: distanceWords(distance) })}
                    onOpen={onClose}
                  />
                </li>
              ))}
            </Box>
            {nearby !== null && nearby.length > SHOWN && (
              <Typography variant="caption" color="textSecondary">
                {t("nearby.more", { n: nearby.length - SHOWN })}
              </Typography>
            )}
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t("close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Under a kilometre the towns are the same, or nearly. */
function distanceWords(km: number): string {
  return km < 0.5 ? "0" : km < 10 ? km.toFixed(1) : String(Math.round(km));
}

const PAGE = 200;

/** The list is asked for the post codes around, so many at a time as a filter may name. */
async function findNearby(
  list: ContactList,
  contact: Contact,
  km: number,
): Promise<Nearby> {
  const here = pointOf(contact.postCode, contact.city);
  if (!here) return [];
  const codes = postCodesNear(here, km);
  const rows: ContactRow[] = [];
  for (let i = 0; i < codes.length; i += PAGE) {
    const values = codes.slice(i, i + PAGE);
    const answer = await list.query(
      {
        text: "",
        kind: "all",
        locale: "fr-CH",
        filter: { all: [{ column: "postCode", op: "oneOf", values }] },
      },
      0,
      2000,
    );
    rows.push(...answer.rows);
  }
  return nearestFirst(contact, rows, km);
}
