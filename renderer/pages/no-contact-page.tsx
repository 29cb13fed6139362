import ContactPageOutlined from "@mui/icons-material/ContactPageOutlined";
import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../ui/empty-state.tsx";
import { NARROW } from "../ui/narrow.ts";

/** Beside the list while no card is open. */
export function NoContactPage() {
  const { t } = useTranslation();
  return (
    <Box
      sx={{
        flex: 1,
        display: "grid",
        placeItems: "center",
        [NARROW]: { display: "none" },
      }}
    >
      <EmptyState
        icon={<ContactPageOutlined />}
        title={t("card.noneTitle")}
        text={t("card.noneText")}
      />
    </Box>
  );
}
