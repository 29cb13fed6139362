import DragIndicatorRounded from "@mui/icons-material/DragIndicatorRounded";
import Box from "@mui/material/Box";
import Tooltip from "@mui/material/Tooltip";
import { useTranslation } from "react-i18next";
import { dragOut } from "../../local-store/drag-out.ts";
import { useLocalStore } from "../../local-store/store-context.ts";

/** By what a card is dragged into another program; the menu beside it does the same without a pointer. */
export function DragHandle({ contactId }: { contactId: string }) {
  const { t } = useTranslation();
  const { store } = useLocalStore();
  return (
    <Tooltip title={t("drag.card")}>
      <Box
        component="span"
        draggable
        aria-hidden
        data-drag-card
        onDragStart={(event) => {
          event.preventDefault();
          void dragOut(store, [contactId]).catch(() => undefined);
        }}
        sx={{
          display: "grid",
          placeItems: "center",
          width: 28,
          height: 32,
          cursor: "grab",
          color: "text.secondary",
        }}
      >
        <DragIndicatorRounded fontSize="small" />
      </Box>
    </Tooltip>
  );
}
