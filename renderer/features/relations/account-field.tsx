import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { AccountKind } from "../../../shared/entities/account.ts";
import type { SlimAccount } from "../../local-store/erp/slim-erp.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { ChooseField } from "../../ui/choose-field.tsx";

const SHOWN = 30;

/** A record of the ERP that has no contact yet, by a few letters of its name, number or town. */
export function AccountField(props: {
  kind: AccountKind;
  value: SlimAccount | null;
  onChange(account: SlimAccount | null): void;
}) {
  const { t } = useTranslation();
  const { erp } = useLocalStore();
  const { kind } = props;
  const ask = useCallback(
    async (text: string) => {
      const question = { kind, text, free: true, from: 0, to: SHOWN };
      return (await erp.accounts(question)).rows;
    },
    [erp, kind],
  );
  return (
    <ChooseField
      ask={ask}
      value={props.value}
      none={t("linkWith.none")}
      field={{
        autoFocus: true,
        label: t("linkWith.account"),
        helperText: t("linkWith.accountHint"),
      }}
      line={(row) => (
        <Box sx={{ minWidth: 0 }}>
          <Typography noWrap>{row.name}</Typography>
          <Typography variant="caption" color="textSecondary">
            {[row.no, row.postCode, row.city].filter(Boolean).join(" ")}
          </Typography>
        </Box>
      )}
      onChange={props.onChange}
    />
  );
}
