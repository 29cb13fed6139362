import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import type { Opportunity } from "../../../shared/entities/opportunity.ts";

/** Which open opportunity the visit was about; there is no field where there is none. */
export function OpportunityField(props: {
  opportunities: readonly Opportunity[];
  value: string;
  onChange(opportunityId: string): void;
}) {
  const { t } = useTranslation();
  const { opportunities } = props;
  if (opportunities.length === 0) return null;
  const known = opportunities.some(({ id }) => id === props.value);
  return (
    <TextField
      select
      label={t("visit.opportunity")}
      value={known ? props.value : ""}
      onChange={(event) => props.onChange(event.target.value)}
      slotProps={{
        select: { displayEmpty: true },
        inputLabel: { shrink: true },
      }}
    >
      <MenuItem value="">{t("visit.noOpportunity")}</MenuItem>
      {opportunities.map(({ id, description }) => (
        <MenuItem key={id} value={id}>
          {description}
        </MenuItem>
      ))}
    </TextField>
  );
}
