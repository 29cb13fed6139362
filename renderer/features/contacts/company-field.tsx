import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { findCompany } from "../../../shared/domain/find-company.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactList, ContactRow } from "../../local-store/store.ts";
import { ChooseField } from "../../ui/choose-field.tsx";
import { useSession } from "../../ui/session.ts";

/** As much of a company as the field shows. */
export type CompanyChoice = Pick<
  ContactRow,
  "id" | "name" | "postCode" | "city"
> & { readonly companyName?: string };

/** A company, or any contact, by a few letters of its name, town or number (NAM-5). */
export function CompanyField(props: {
  label: string;
  /** Absent = companies. */
  among?: "companies" | "all";
  value: CompanyChoice | null;
  autoFocus?: boolean;
  helperText?: string;
  onChange(company: CompanyChoice | null): void;
}) {
  const { t } = useTranslation();
  const { list } = useLocalStore();
  const { language } = useSession();
  const { among: kind = "companies" } = props;
  const ask = useCallback(
    async (text: string): Promise<readonly CompanyChoice[]> => {
      const query = { text, kind, locale: language };
      return (await list.query(query, 0, 30)).rows;
    },
    [list, kind, language],
  );

  /** What was typed and not chosen from: it counts when it can only mean one (NAM-5). */
  async function resolve(typed: string): Promise<void> {
    if (typed.trim() === "" || typed === props.value?.name) return;
    const found = findCompany(typed, await candidates(list, kind, typed));
    if (found) props.onChange(found);
  }

  return (
    <ChooseField
      ask={ask}
      value={props.value}
      none={t("field.noCompany")}
      field={{
        label: props.label,
        autoFocus: props.autoFocus ?? false,
        helperText: props.helperText,
        onFocus: (event) => {
          if (event.target instanceof HTMLInputElement) event.target.select();
        },
      }}
      line={(row) => (
        <Box sx={{ minWidth: 0 }}>
          <Typography noWrap>{row.name}</Typography>
          <Typography variant="caption" color="textSecondary">
            {[
              row.companyName,
              [row.postCode, row.city].filter(Boolean).join(" "),
            ]
              .filter((words) => words && words !== row.name)
              .join(" · ")}
          </Typography>
        </Box>
      )}
      onChange={props.onChange}
      onLeave={(typed) => void resolve(typed)}
    />
  );
}

const CANDIDATES = 500;

async function candidates(
  list: ContactList,
  kind: "companies" | "all",
  typed: string,
): Promise<readonly ContactRow[]> {
  const columns = ["no", "name", "city", "postCode", "phone"] as const;
  const any = columns.map((column) => ({
    column,
    op: "contains" as const,
    values: [typed.trim().slice(0, 200)],
  }));
  const query = { text: "", kind, locale: "fr-CH", filter: { all: [{ any }] } };
  const { rows } = await list.query(query, 0, CANDIDATES);
  return rows;
}
