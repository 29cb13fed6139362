import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AccountKind } from "../../../shared/entities/account.ts";
import type { SlimAccount } from "../../local-store/erp/slim-erp.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { AccountField } from "./account-field.tsx";
import { RequestDialog } from "./request-dialog.tsx";
import { useRequest } from "./use-request.ts";
import type { RelationsOfContact } from "./use-relations.ts";

/** CNV-3: asks that the contact is linked with a record that exists, and whose fields win. */
export function LinkDialog(props: {
  relations: RelationsOfContact;
  kind: AccountKind;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { store } = useLocalStore();
  const { kind } = props;
  const request = useRequest(props.relations);
  const hint = useId();
  const [account, setAccount] = useState<SlimAccount | null>(null);
  const [wins, setWins] = useState<"contact" | "account">("contact");

  async function ask(): Promise<string | null | undefined> {
    const whole = account && (await store.get("accounts", account.id));
    if (!whole) return undefined;
    const refusal = await request.ask(
      { action: "link", kind, accountId: whole.id, wins },
      whole,
    );
    return refusal ? request.words(refusal) : null;
  }
  return (
    <RequestDialog
      title={t("linkWith.title", { kind: t(`account.${kind}`) })}
      action={t("linkWith.do")}
      disabled={account === null}
      ask={ask}
      onClose={props.onClose}
    >
      <AccountField kind={kind} value={account} onChange={setAccount} />
      <FormControl>
        <FormLabel>{t("linkWith.wins")}</FormLabel>
        <RadioGroup
          aria-label={t("linkWith.wins")}
          aria-describedby={hint}
          value={wins}
          onChange={(_, value) =>
            setWins(value === "account" ? "account" : "contact")
          }
        >
          <FormControlLabel
            value="contact"
            control={<Radio size="small" />}
            label={t("linkWith.contact")}
          />
          <FormControlLabel
            value="account"
            control={<Radio size="small" />}
            label={t("linkWith.accountWins")}
          />
        </RadioGroup>
        <FormHelperText id={hint} sx={{ mx: 0 }}>
          {t("linkWith.winsHint")}
        </FormHelperText>
      </FormControl>
    </RequestDialog>
  );
}
