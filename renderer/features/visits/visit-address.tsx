import PlaceOutlined from "@mui/icons-material/PlaceOutlined";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { CalendarDay } from "../../../shared/core/calendar.ts";
import { addressLine, addressOn } from "../../../shared/domain/alt-address.ts";
import { useLive } from "../../local-store/use-live.ts";
import { formatDay } from "../../ui/format.ts";

/** Where the contact is on the day of the visit, when that is not the main address (INT-6); it follows the date. */
export function VisitAddress(props: {
  contactId: string;
  day: CalendarDay | null;
}) {
  const { t } = useTranslation();
  const { contactId, day } = props;
  const live = useLive({
    key: `visit-address/${contactId}`,
    collections: ["contacts"],
    ids: [contactId],
    read: (store) =>
      contactId === ""
        ? Promise.resolve(null)
        : store.get("contacts", contactId),
  });
  const contact = live.status === "ready" ? live.value : null;
  const address = contact && day !== null ? addressOn(contact, day) : null;
  if (day === null || !address) return null;
  return (
    <Box
      role="note"
      sx={{
        display: "flex",
        gap: 1,
        mt: -0.75,
        fontSize: 12.5,
        color: "text.secondary",
        overflowWrap: "anywhere",
      }}
    >
      <PlaceOutlined aria-hidden sx={{ fontSize: 16, mt: "1px" }} />
      {t("visit.address", {
        day: formatDay(day),
        code: address.code,
        address: addressLine(address),
      })}
    </Box>
  );
}
