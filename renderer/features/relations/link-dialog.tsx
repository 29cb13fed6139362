import Alert from "@mui/material/Alert";
import Button from "@mui/material/Button";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import FormControl from "@mui/material/FormControl";
import FormControlLabel from "@mui/material/FormControlLabel";
import FormHelperText from "@mui/material/FormHelperText";
import FormLabel from "@mui/material/FormLabel";
import Radio from "@mui/material/Radio";
import RadioGroup from "@mui/material/RadioGroup";
import { useId, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { AccountKind } from "../../../shared/entities/account.ts";
import type { SlimAccount } from "../../local-store/erp/slim-erp.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { AccountField } from "./account-field.tsx";
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
  const [problem, setProblem] = useState<string | null>(null);

  async function ask(event: FormEvent): Promise<void> {
    event.preventDefault();
    const whole = account && (await store.get("accounts", account.id));
    if (!whole) return;
    const refusal = await request.ask(
      { action: "link", kind, accountId: whole.id, wins },
      whole,
    );
    if (refusal) setProblem(request.words(refusal));
    else props.onClose();
  }
  return (
    <FormDialog
      title={t("linkWith.title", { kind: t(`account.${kind}`) })}
      onClose={props.onClose}
      onSubmit={ask}
    >
      <DialogContent sx={{ display: "flex", flexDirection: "column", gap: 2 }}>
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
        {problem !== null && <Alert severity="error">{problem}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={props.onClose}>
          {t("cancel")}
        </Button>
        <Button type="submit" variant="contained" disabled={account === null}>
          {t("linkWith.do")}
        </Button>
      </DialogActions>
    </FormDialog>
  );
}
