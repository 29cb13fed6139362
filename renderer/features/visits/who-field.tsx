import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow } from "../../local-store/store.ts";
import { ChooseField } from "../../ui/choose-field.tsx";
import { KindMark, kindOf } from "../../ui/kind-mark.tsx";
import { useSession } from "../../ui/session.ts";

/** Whom the visit was with: a few letters find company, person, town or number; the first hit waits for Enter. */
export function WhoField(props: {
  value: ContactRow | null;
  typed: string;
  autoFocus: boolean;
  problem: string | undefined;
  onChange(row: ContactRow | null): void;
}) {
  const { t } = useTranslation();
  const { list } = useLocalStore();
  const { language } = useSession();
  const ask = useCallback(
    async (text: string) => {
      const query = { text, kind: "all" as const, locale: language };
      return (await list.query(query, 0, 20)).rows;
    },
    [list, language],
  );
  return (
    <ChooseField
      ask={ask}
      value={props.value}
      typed={props.typed}
      none={t("visit.whoNone")}
      field={{
        name: "contactId",
        label: t("visit.who"),
        placeholder: t("visit.whoHint"),
        autoFocus: props.autoFocus,
        error: props.problem !== undefined,
        helperText:
          props.problem ??
          (props.value?.type === "person"
            ? props.value.companyName
            : undefined),
      }}
      line={(row) => (
        <Box
          sx={{
            display: "flex",
            gap: 1.25,
            alignItems: "center",
            minWidth: 0,
          }}
        >
          <KindMark kind={kindOf(row)} size={28} />
          <Box sx={{ minWidth: 0 }}>
            <Typography noWrap>{row.name}</Typography>
            <Typography
              noWrap
              variant="caption"
              component="div"
              color="textSecondary"
            >
              {[
                t(`kind.${kindOf(row)}`),
                row.type === "person" ? row.companyName : "",
                row.city,
              ]
                .filter(Boolean)
                .join(" · ")}
            </Typography>
          </Box>
        </Box>
      )}
      onChange={props.onChange}
    />
  );
}
