import ManageHistoryRounded from "@mui/icons-material/ManageHistoryRounded";
import Box from "@mui/material/Box";
import ButtonBase from "@mui/material/ButtonBase";
import IconButton from "@mui/material/IconButton";
import Typography from "@mui/material/Typography";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** One line of the timeline: an icon on the thread, a heading, what was said. */
export function TimelineEntry(props: {
  icon?: ReactNode;
  /** In place of the icon: something to press. */
  mark?: ReactNode;
  title: string;
  when: string;
  who: string | undefined;
  muted?: boolean;
  /** Opens it where it is edited. */
  onOpen?: () => void;
  /** Opens what was ever written to it. */
  onHistory?: () => void;
  /** Behind it: what else can be done. */
  menu?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Box
      component="li"
      sx={{
        display: "flex",
        gap: 1.25,
        position: "relative",
        pb: 1.75,
        opacity: 1,
        "&:not(:last-of-type)::before": {
          content: '""',
          position: "absolute",
          left: 13,
          top: 30,
          bottom: -2,
          width: "1px",
          bgcolor: "divider",
        },
      }}
    >
      {props.mark ?? (
        <Box
          aria-hidden
          sx={{
            flex: "none",
            width: 27,
            height: 27,
            borderRadius: "50%",
            display: "grid",
            placeItems: "center",
            bgcolor: "soft.neutral",
            color: "text.secondary",
            "& svg": { fontSize: 16 },
          }}
        >
          {props.icon}
        </Box>
      )}
      <Box sx={{ flex: 1, minWidth: 0, pt: "3px" }}>
        <Box sx={{ display: "flex", gap: 1, alignItems: "baseline" }}>
          <Typography
            sx={{
              fontWeight: 550,
              lineHeight: "20px",
              flex: 1,
              minWidth: 0,
              overflowWrap: "anywhere",
              color: props.muted ? "text.secondary" : "text.primary",
            }}
          >
            {props.onOpen ? (
              <ButtonBase
                onClick={props.onOpen}
                sx={{
                  font: "inherit",
                  textAlign: "left",
                  borderRadius: 0.5,
                  "&:hover": { textDecoration: "underline" },
                }}
              >
                {props.title}
              </ButtonBase>
            ) : (
              props.title
            )}
          </Typography>
          <Typography
            variant="caption"
            sx={{
              color: "text.secondary",
              whiteSpace: "nowrap",
            }}
          >
            {props.when}
          </Typography>
          {props.onHistory && (
            <IconButton
              className="quiet"
              aria-label={`${t("history.title")}: ${props.title}`}
              onClick={props.onHistory}
              sx={{ alignSelf: "center", my: -0.5, color: "text.secondary" }}
            >
              <ManageHistoryRounded sx={{ fontSize: 17 }} />
            </IconButton>
          )}
          {props.menu}
        </Box>
        {props.who && (
          <Typography variant="caption" component="p" color="textSecondary">
            {props.who}
          </Typography>
        )}
        {props.children}
      </Box>
    </Box>
  );
}
