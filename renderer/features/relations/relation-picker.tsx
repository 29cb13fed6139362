import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { plainRequest } from "../../../shared/domain/account-request.ts";
import {
  accountOf,
  addRelation,
  type RelationProblem,
} from "../../../shared/domain/business-relations.ts";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import type { AccountKind } from "../../../shared/entities/account.ts";
import type { Code } from "../../../shared/entities/code.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { ListPaper, ListPicker } from "../../ui/list-paper.tsx";
import { useSession } from "../../ui/session.ts";
import { useSteadySide } from "../../ui/steady-side.ts";
import { useKeep } from "./use-keep.ts";
import type { RelationsOfContact } from "./use-relations.ts";
import { useRequest } from "./use-request.ts";

/**
 * One relation of the list is added at a choice; what cannot be added is said below the field, and why. Where no server is
 * yet, one that needs a record asks for it.
 */
export function RelationPicker(props: {
  relations: RelationsOfContact;
  onDone(): void;
}) {
  const { t } = useTranslation();
  const { language, alone } = useSession();
  const { store } = useLocalStore();
  const codes = useCodes();
  const keep = useKeep();
  const side = useSteadySide();
  const { contact, linkCodes } = props.relations;
  const request = useRequest(props.relations);
  const [chosen, setChosen] = useState<Code | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  // What has to be created or linked stands last where it cannot be added.
  const isLast = ({ code }: Code) =>
    Number(!alone && accountOf(code, linkCodes) !== undefined);
  const options = codes
    .of("businessRelation")
    .toSorted((a, b) => isLast(a) - isLast(b));

  async function choose(code: Code | null): Promise<void> {
    setChosen(code);
    setRefused(null);
    if (!code) return;
    const account = accountOf(code.code, linkCodes);
    if (account && alone) return ask(account);
    const current = (await store.get("contacts", contact.id)) ?? contact;
    const added = addRelation(current, code.code, linkCodes);
    if (!added.ok) return setRefused(why(added.error, code));
    if (await keep("action.addRelation", added.value)) props.onDone();
  }
  async function ask(account: AccountKind): Promise<void> {
    const { templates } = request;
    const refusal = await request.ask(
      plainRequest(account, contact.type, templates),
    );
    if (refusal) setRefused(request.words(refusal));
    else props.onDone();
  }
  function why(problem: RelationProblem, code: Code): string {
    switch (problem.kind) {
      case "relation-twice":
        return t("relations.twice");
      case "relation-of-company":
        return t("relations.ofCompanyOnly");
      case "relation-needs-link":
        return t("relations.needsLink", { what: codeText(code, language) });
    }
  }
  return (
    <ListPicker kind="businessRelation">
      <Autocomplete
        {...side}
        slots={{ paper: ListPaper }}
        openOnFocus
        autoHighlight
        value={chosen}
        options={options}
        getOptionLabel={(code) => codeText(code, language)}
        getOptionKey={(code) => code.id}
        isOptionEqualToValue={(a, b) => a.id === b.id}
        noOptionsText={t("field.noChoice")}
        onChange={(_, code) => void choose(code)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          props.onDone();
        }}
        sx={{ my: 0.75 }}
        renderInput={(params) => (
          <TextField
            {...params}
            autoFocus
            size="small"
            label={t("relations.pick")}
            error={refused !== null}
            helperText={
              refused ??
              t(alone ? "create.relationAsked" : "relations.pickHint")
            }
          />
        )}
      />
    </ListPicker>
  );
}
