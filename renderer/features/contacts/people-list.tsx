import AddRounded from "@mui/icons-material/AddRounded";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import ButtonBase from "@mui/material/ButtonBase";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../ui/commands.ts";
import { KindMark } from "../../ui/kind-mark.tsx";
import { usePeople } from "./use-people.ts";

/** Who works here, each a step away, and one more with a click. */
export function PeopleList({ companyId }: { companyId: string }) {
  const { t } = useTranslation();
  const commands = useCommands();
  const people = usePeople(companyId);
  return (
    <Box component="section" aria-labelledby="people-title">
      <Box sx={{ display: "flex", alignItems: "center", mb: 0.5 }}>
        <Typography
          id="people-title"
          variant="h3"
          component="h2"
          sx={{ flex: 1 }}
        >
          {t("people.title")}
        </Typography>
        <Button
          size="small"
          startIcon={<AddRounded />}
          onClick={() => commands.newPerson(companyId)}
        >
          {t("card.addPerson")}
        </Button>
      </Box>
      {people.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t("people.none")}
        </Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0, mx: -0.75 }}>
          {people.map(({ row, jobTitle, phone }) => (
            <li key={row.id}>
              <ButtonBase
                onClick={() => commands.openContact(row.id)}
                sx={{
                  width: "100%",
                  justifyContent: "flex-start",
                  gap: 1.25,
                  px: 0.75,
                  py: 0.5,
                  borderRadius: 1,
                  textAlign: "left",
                  "&:hover": { bgcolor: "surface.hover" },
                  "&.Mui-focusVisible": { outlineOffset: "-2px" },
                }}
              >
                <KindMark kind="person" size={28} />
                <Box sx={{ minWidth: 0 }}>
                  <Typography noWrap sx={{ fontWeight: 550 }}>
                    {row.name}
                  </Typography>
                  <Typography
                    noWrap
                    variant="caption"
                    component="div"
                    color="textSecondary"
                  >
                    {[jobTitle, phone].filter(Boolean).join(" · ")}
                  </Typography>
                </Box>
              </ButtonBase>
            </li>
          ))}
        </Box>
      )}
    </Box>
  );
}
