import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import {
  accountOf,
  linkCodesOf,
} from "../../../shared/domain/business-relations.ts";
import { starterDefaults } from "../../../shared/domain/starter-defaults.ts";
import { readMarketing } from "../../local-store/marketing.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useLive } from "../../local-store/use-live.ts";
import { useCommands } from "../../ui/commands.ts";
import { CodeLine } from "../../ui/form-lines.tsx";
import { useSession } from "../../ui/session.ts";
import type { CreateValues } from "./create-form.ts";

const KINDS = {
  country: "country",
  salutation: "salutation",
  relation: "businessRelation",
} as const;

/** What is chosen while one creates: the default is named and need not be touched (DEF-1). */
export function CreateCodes(props: {
  names: readonly (keyof typeof KINDS)[];
  values: CreateValues;
  set(changed: CreateValues): void;
}) {
  const { t } = useTranslation();
  const { language, alone } = useSession();
  const codes = useCodes();
  const { editList } = useCommands();
  const live = useLive({
    key: "create-codes",
    collections: ["settings"],
    read: readMarketing,
  });
  if (live.status !== "ready") return null;
  const setting = { ...starterDefaults, ...live.value };
  const none = {
    country: setting.defaultCountry,
    salutation: setting.defaultPersonSalutation,
    relation: undefined,
  };
  const linkCodes = linkCodesOf(live.value);
  /** REL-2: some come with a record of the ERP. Where no server is yet, one is asked for on the way; else on the card. */
  const canBeSaid = (relation: string) => {
    const account = accountOf(relation, linkCodes);
    return account === undefined || (alone && account !== "employee");
  };
  return (
    <Box
      sx={{
        display: "grid",
        gridTemplateColumns: props.names.length > 1 ? "1fr 1fr" : "1fr",
        gap: 1.5,
      }}
    >
      {props.names.map((name) => {
        const kind = KINDS[name];
        const usual = none[name];
        return (
          <CodeLine
            key={name}
            texts={props.values}
            set={(changed) => props.set(changed)}
            name={name}
            label={t(`field.${name}`)}
            none={
              usual
                ? codes.text(kind, usual, language)
                : t("field.relationNone")
            }
            codes={codes
              .of(kind)
              .filter(({ code }) => code !== usual)
              .filter(
                ({ code }) =>
                  name !== "salutation" ||
                  code !== setting.defaultCompanySalutation,
              )
              .filter(({ code }) => name !== "relation" || canBeSaid(code))}
            note={
              name === "relation"
                ? t(alone ? "create.relationAsked" : "create.relationNote")
                : undefined
            }
            more={{ text: t("setup.editList"), run: () => editList(kind) }}
          />
        );
      })}
    </Box>
  );
}
