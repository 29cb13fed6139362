import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { addressLines } from "../../../shared/domain/address-lines.ts";
import { greeting } from "../../../shared/domain/salutation.ts";
import { formatLongDay } from "../../ui/format.ts";
import { kindOf } from "../../ui/kind-mark.tsx";
import { codeName } from "../../local-store/code-name.ts";
import { useSession } from "../../ui/session.ts";
import type { ShownBrief } from "./read-brief.ts";

const HOME = "CH";

/** Who it is: picture, name, where they work, how to reach and to greet them. */
export function BriefHead({ brief }: { brief: ShownBrief }) {
  const { t } = useTranslation();
  const { language, today, owner } = useSession();
  const { contact, picture, bought, codes } = brief;
  const greeted = greeting(contact, codes.of("salutationFormula"), "formal");
  const [, ...address] = addressLines(contact, HOME, (code) =>
    codeName("country", code, language),
  );
  const where = contact.type === "person" && contact.companyName;
  const phones = [contact.phone, contact.mobile].filter(Boolean).join(" · ");
  const facts = [
    [t("field.phone"), phones],
    [t("field.email"), contact.email],
    [
      t("field.address"),
      (where ? address.slice(1) : address)
        .filter((line) => line !== contact.name)
        .join(", "),
    ],
    [t("greeting.label"), greeted.ok ? greeted.value : ""],
    [t("field.homePage"), contact.homePage],
    [
      t("field.salesperson"),
      contact.salesperson &&
        codes.text("salesperson", contact.salesperson, language),
    ],
  ] as const;
  return (
    <Box component="header" sx={{ mb: "4mm" }}>
      <Box
        className="quiet"
        sx={{
          display: "flex",
          justifyContent: "space-between",
          mb: "2.5mm",
          fontSize: "8pt",
        }}
      >
        <span>{t("brief.title")}</span>
        <span>
          {[formatLongDay(today, language), owner.name]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </Box>
      <Box sx={{ display: "flex", gap: "5mm" }}>
        {picture?.thumb && (
          <Box
            component="img"
            alt=""
            src={`data:${picture.mime};base64,${picture.thumb}`}
            sx={{
              flex: "none",
              width: "24mm",
              height: "24mm",
              objectFit: contact.type === "company" ? "contain" : "cover",
              borderRadius: "2mm",
            }}
          />
        )}
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <h1>{contact.name}</h1>
          <p className="quiet">
            {[
              t(`kind.${kindOf(contact)}`),
              contact.jobTitle,
              where,
              contact.no,
              bought.customers.length > 0 &&
                t("brief.customer", { no: bought.customers.join(", ") }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
          <Box
            component="dl"
            sx={{
              mt: "2mm !important",
              display: "grid",
              gridTemplateColumns: "auto 1fr auto 1fr",
              columnGap: "3mm",
              rowGap: "0.6mm",
              "& dt": { color: "#4d5552" },
            }}
          >
            {facts.flatMap(([name, value]) =>
              value
                ? [
                    <dt key={name}>{name}</dt>,
                    <dd key={`=${name}`}>{value}</dd>,
                  ]
                : [],
            )}
          </Box>
        </Box>
      </Box>
      {contact.privacyBlocked && (
        <Box className="late" sx={{ mt: "1.5mm" }}>
          {t("card.blocked")}
        </Box>
      )}
      {contact.comment && (
        <Box
          component="p"
          sx={{
            mt: "2mm !important",
            display: "-webkit-box",
            WebkitBoxOrient: "vertical",
            WebkitLineClamp: 3,
            overflow: "hidden",
            whiteSpace: "pre-line",
          }}
        >
          {contact.comment}
        </Box>
      )}
    </Box>
  );
}
