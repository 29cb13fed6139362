import CallRounded from "@mui/icons-material/CallRounded";
import MailOutlineRounded from "@mui/icons-material/MailOutlineRounded";
import PlaceOutlined from "@mui/icons-material/PlaceOutlined";
import OpenInNewRounded from "@mui/icons-material/OpenInNewRounded";
import IconButton from "@mui/material/IconButton";
import Tooltip from "@mui/material/Tooltip";
import { useTranslation } from "react-i18next";
import { emailAddresses } from "../../../../shared/domain/email.ts";
import { homePageLink } from "../../../../shared/domain/home-page.ts";
import { phoneE164, prettyPhone } from "../../../../shared/domain/phone.ts";
import type { Contact } from "../../../../shared/entities/contact.ts";
import type { Codes } from "../../../local-store/use-codes.ts";
import { useSession } from "../../../ui/session.ts";
import { useCall, useMail } from "../../../ui/use-call.ts";
import type { EditableField } from "../card-fields.ts";

/** A field's value as one reads it, in the screen's language; empty text = no value. */
export function shownValue(
  field: EditableField,
  contact: Contact,
  codes: Codes,
  language: string,
  word: (key: "correspondence.hardCopy" | "correspondence.email") => string,
): string {
  if (field.kind === "codes") {
    return (contact[field.name] ?? [])
      .map((code) => codes.text(field.list, code, language))
      .join(", ");
  }
  const value = contact[field.name];
  if (value === undefined) return "";
  switch (field.kind) {
    case "code":
      return codes.text(field.list, value, language);
    case "phone":
      return prettyPhone(value, contact.country);
    case "correspondence":
      return word(
        value === "email" ? "correspondence.email" : "correspondence.hardCopy",
      );
    default:
      return value;
  }
}

const icons = {
  phone: CallRounded,
  email: MailOutlineRounded,
  page: OpenInNewRounded,
} as const;

type OutsideKind = keyof typeof icons;

/** Where a value leads outside the app; null when nowhere. */
export function outsideLink(
  kind: OutsideKind,
  value: string,
  country: string | undefined,
): string | null {
  switch (kind) {
    case "phone": {
      const number = phoneE164(value, country);
      return number === null ? null : `tel:${number}`;
    }
    case "email": {
      const [first] = emailAddresses(value);
      return first === undefined ? null : `mailto:${first}`;
    }
    case "page":
      return homePageLink(value);
  }
}

/** Call, write or open, beside a field of the contact. */
export function FieldLink(props: { field: EditableField; contact: Contact }) {
  const { field, contact } = props;
  if (field.name === "address") return <MapButton place={contact} />;
  if (
    field.kind !== "phone" &&
    field.kind !== "email" &&
    field.kind !== "page"
  ) {
    return null;
  }
  return (
    <OutsideButton
      kind={field.kind}
      value={contact[field.name] ?? ""}
      contact={contact}
    />
  );
}

/** The place on a map, beside the address; nothing where there is none. */
function MapButton({ place }: { place: Contact }) {
  const { t } = useTranslation();
  const { mapLink, openOutside } = useSession();
  const link = mapLink(place);
  if (link === null) return null;
  const label = t("outside.map");
  return (
    <Tooltip title={label}>
      <IconButton
        aria-label={label}
        onClick={() => void openOutside(link)}
        sx={{ color: "text.secondary" }}
      >
        <PlaceOutlined sx={{ fontSize: 17 }} />
      </IconButton>
    </Tooltip>
  );
}

/** Call, write or open, beside the value; nothing when it leads nowhere. */
export function OutsideButton(props: {
  kind: OutsideKind;
  value: string;
  contact: Pick<Contact, "id" | "country">;
}) {
  const { t } = useTranslation();
  const { openOutside } = useSession();
  const call = useCall();
  const mail = useMail();
  const { kind, value } = props;
  const link = outsideLink(kind, value, props.contact.country);
  if (link === null) return null;
  const Icon = icons[kind];
  const label = t(`outside.${kind}`, { value });
  return (
    <Tooltip title={label}>
      <IconButton
        aria-label={label}
        onClick={() =>
          kind === "phone"
            ? call(link, props.contact.id)
            : kind === "email"
              ? mail(link, props.contact.id)
              : void openOutside(link)
        }
        sx={{ color: "text.secondary" }}
      >
        <Icon sx={{ fontSize: 17 }} />
      </IconButton>
    </Tooltip>
  );
}
