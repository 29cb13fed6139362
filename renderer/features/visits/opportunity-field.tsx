import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TypedVisit } from "../../../shared/domain/typed-visit.ts";
import type { Opportunity } from "../../../shared/entities/opportunity.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";

const NEW = "new";

/** Which open opportunity the visit was about, or opens; there is no field where there is none. */
export function OpportunityField(props: {
  opportunities: readonly Pick<Opportunity, "id" | "description">[];
  value: string;
  /** The sales cycle of the one that it opens; empty = none. */
  opens: string;
  onChange(changed: Pick<TypedVisit, "opportunityId" | "opens">): void;
}) {
  const { t } = useTranslation();
  const { language } = useSession();
  const codes = useCodes();
  const { opportunities, opens } = props;
  // Once it was offered it may be chosen again.
  const [offered, setOffered] = useState(opens);
  useEffect(() => {
    if (opens !== "") setOffered(opens);
  }, [opens]);
  if (opportunities.length === 0 && offered === "") return null;
  const known = opportunities.some(({ id }) => id === props.value);
  return (
    <TextField
      select
      label={t("visit.opportunity")}
      value={opens !== "" ? NEW : known ? props.value : ""}
      onChange={({ target: { value } }) =>
        props.onChange(
          value === NEW
            ? { opportunityId: "", opens: offered }
            : { opportunityId: value, opens: "" },
        )
      }
      slotProps={{
        select: { displayEmpty: true },
        inputLabel: { shrink: true },
      }}
    >
      <MenuItem value="">{t("visit.noOpportunity")}</MenuItem>
      {offered !== "" && (
        <MenuItem value={NEW}>
          {t("visit.newOpportunity", {
            cycle: codes.text("salesCycle", offered, language),
          })}
        </MenuItem>
      )}
      {opportunities.map(({ id, description }) => (
        <MenuItem key={id} value={id}>
          {description}
        </MenuItem>
      ))}
    </TextField>
  );
}
