import ApartmentRounded from "@mui/icons-material/ApartmentRounded";
import PersonOutlineRounded from "@mui/icons-material/PersonOutlineRounded";
import PersonPinCircleOutlined from "@mui/icons-material/PersonPinCircleOutlined";
import Box from "@mui/material/Box";

export type ContactKind = "company" | "person" | "independent";

const icons = {
  company: ApartmentRounded,
  person: PersonOutlineRounded,
  independent: PersonPinCircleOutlined,
} as const;

/** Square for a company, round for people; the word stands beside it, so it is not read aloud. */
export function KindMark(props: { kind: ContactKind; size?: number }) {
  const Icon = icons[props.kind];
  const size = props.size ?? 34;
  return (
    <Box
      aria-hidden
      sx={{
        flex: "none",
        width: size,
        height: size,
        display: "grid",
        placeItems: "center",
        borderRadius: props.kind === "company" ? 1 : "50%",
        bgcolor: props.kind === "company" ? "soft.primary" : "soft.neutral",
        color: props.kind === "company" ? "primary.main" : "text.secondary",
        border: "1px solid",
        borderColor: "divider",
        borderStyle: props.kind === "independent" ? "dashed" : "solid",
      }}
    >
      <Icon sx={{ fontSize: Math.round(size * 0.56) }} />
    </Box>
  );
}

/** Which of the three a contact is (TYP-3). */
export function kindOf(contact: {
  readonly type: "company" | "person";
  readonly companyId?: string | undefined;
}): ContactKind {
  if (contact.type === "company") return "company";
  return contact.companyId ? "person" : "independent";
}
