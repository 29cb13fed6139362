import Autocomplete from "@mui/material/Autocomplete";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  addRelation,
  type LinkCodes,
  type RelationProblem,
} from "../../../shared/domain/business-relations.ts";
import { codeText } from "../../../shared/domain/starter-codes.ts";
import type { Code } from "../../../shared/entities/code.ts";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { ListPaper, ListPicker } from "../../ui/list-paper.tsx";
import { useSession } from "../../ui/session.ts";
import { useSteadySide } from "../../ui/steady-side.ts";
import { useKeep } from "./use-keep.ts";

interface Refused {
  readonly problem: RelationProblem;
  readonly code: Code;
}

/** One relation of the list is added at a choice; what cannot be added is said below the field, and why. */
export function RelationPicker(props: {
  contact: Contact;
  linkCodes: LinkCodes;
  onDone(): void;
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const { store } = useLocalStore();
  const codes = useCodes();
  const keep = useKeep();
  const side = useSteadySide();
  const { contact } = props;
  const [chosen, setChosen] = useState<Code | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  // What has to be created or linked stands last: it cannot be added here.
  const linked = new Set<string>(Object.values(props.linkCodes));
  const options = codes
    .of("businessRelation")
    .toSorted(
      (a, b) => Number(linked.has(a.code)) - Number(linked.has(b.code)),
    );

  async function choose(code: Code | null): Promise<void> {
    setChosen(code);
    setRefused(null);
    if (!code) return;
    const current = (await store.get("contacts", contact.id)) ?? contact;
    const added = addRelation(current, code.code, props.linkCodes);
    if (!added.ok) return setRefused({ problem: added.error, code });
    if (await keep("action.addRelation", added.value)) props.onDone();
  }
  function why({ problem, code }: Refused): string {
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
            helperText={refused ? why(refused) : t("relations.pickHint")}
          />
        )}
      />
    </ListPicker>
  );
}
