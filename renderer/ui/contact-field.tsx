import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChooseField } from "./choose-field.tsx";

export interface ChosenContact {
  readonly id: string;
  readonly name: string;
  readonly companyName: string;
}

/** A contact, found by a few letters; none when the field is emptied. */
export function ContactField(props: {
  /** From the list of contacts; the same function while its answers would be the same. */
  ask(text: string): Promise<readonly ChosenContact[]>;
  start: ChosenContact | null;
  label: string;
  autoFocus?: boolean;
  problem?: string | undefined;
  onChange(chosen: ChosenContact | null): void;
}) {
  const { t } = useTranslation();
  const [value, setValue] = useState(props.start);
  return (
    <ChooseField
      ask={props.ask}
      value={value}
      none={t("visit.whoNone")}
      field={{
        label: props.label,
        autoFocus: props.autoFocus ?? false,
        error: props.problem !== undefined,
        helperText: props.problem,
      }}
      line={(row) => (
        <Typography noWrap>
          {[row.name, row.companyName !== row.name && row.companyName]
            .filter(Boolean)
            .join(" · ")}
        </Typography>
      )}
      onChange={(chosen) => {
        setValue(chosen);
        props.onChange(chosen);
      }}
    />
  );
}
