import Box from "@mui/material/Box";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import type {
  Collision,
  Resolution,
  Resolutions,
} from "../../../shared/domain/merge/merge-rows.ts";
import type { Contact } from "../../../shared/entities/contact.ts";

/** MRG-4: rows with one key and different contents; each must be decided before the merge. */
export function CollisionRows(props: {
  collisions: readonly Collision[];
  contacts: readonly Contact[];
  keep: Contact;
  resolutions: Resolutions;
  onResolve(row: string, how: Resolution): void;
}) {
  const { t } = useTranslation();
  if (props.collisions.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={t("double.collisions")}
      sx={{ listStyle: "none", m: 0, p: 0 }}
    >
      {props.collisions.map((one) => {
        const other = props.contacts.find(({ id }) => id === one.contactId);
        const how = props.resolutions[one.row];
        const ways =
          one.map === "altAddresses"
            ? (["drop", "replace", "rename"] as const)
            : (["drop", "replace"] as const);
        return (
          <Box
            component="li"
            key={one.row}
            sx={{
              display: "flex",
              flexWrap: "wrap",
              alignItems: "center",
              gap: 1.5,
              py: 1,
              "& + &": { borderTop: 1, borderColor: "divider" },
            }}
          >
            <Box sx={{ flex: "1 1 260px", fontSize: 13.5 }}>
              <Box sx={{ fontWeight: 600 }}>
                {t(`double.collision.${one.map}`, { code: one.code })}
              </Box>
              <Box sx={{ color: "text.secondary", fontSize: 12.5 }}>
                {`${props.keep.name}: ${textOf(props.keep, one.map, one.own)}`}
                <br />
                {`${other?.name ?? ""}: ${other ? textOf(other, one.map, one.row) : ""}`}
              </Box>
            </Box>
            <TextField
              select
              size="small"
              label={t("double.decide", { code: one.code })}
              value={how?.do ?? ""}
              error={!how}
              onChange={({ target }) => {
                const way = ways.find((known) => known === target.value);
                if (way === "rename")
                  props.onResolve(one.row, {
                    do: "rename",
                    code: `${one.code.slice(0, 9)}2`,
                  });
                else if (way) props.onResolve(one.row, { do: way });
              }}
              sx={{ minWidth: 210 }}
            >
              {ways.map((way) => (
                <MenuItem key={way} value={way}>
                  {t(`double.resolve.${way}`)}
                </MenuItem>
              ))}
            </TextField>
            {how?.do === "rename" && (
              <TextField
                size="small"
                label={t("double.newCode")}
                value={how.code}
                onChange={({ target }) =>
                  props.onResolve(one.row, {
                    do: "rename",
                    code: target.value.toUpperCase(),
                  })
                }
                sx={{ width: 140 }}
              />
            )}
          </Box>
        );
      })}
    </Box>
  );
}

function textOf(contact: Contact, map: Collision["map"], row: string): string {
  const value = (contact[map] ?? {})[row] ?? {};
  return Object.entries(value)
    .filter(([key]) => key !== "code" && key !== "linkKind")
    .map(([, text]) => String(text))
    .join(", ");
}
