import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { PastImport } from "../../local-store/past-imports.ts";
import { formatCount } from "../../ui/format.ts";
import type { ContactLink } from "../../ui/lines.tsx";

/** What an undo has left: contacts that somebody has edited or used since. Nothing where nothing was left. */
export function KeptContacts(props: {
  undone: PastImport["undone"];
  link: ContactLink;
}) {
  const { t } = useTranslation();
  const { kept = 0, first = [] } = props.undone ?? {};
  if (kept === 0) return null;
  return (
    <Box sx={{ mt: 0.5 }}>
      <Typography variant="body2" component="p">
        {t("import.kept", { count: kept })}
      </Typography>
      <Box
        component="ul"
        sx={{ m: 0, mt: 0.5, pl: 2.5, fontSize: 13.5, fontWeight: 400 }}
      >
        {first.map((contact) => (
          <li key={contact.id}>{props.link(contact)}</li>
        ))}
      </Box>
      {kept > first.length && (
        <Typography variant="caption" color="textSecondary">
          {t("import.moreRows", { n: formatCount(kept - first.length) })}
        </Typography>
      )}
    </Box>
  );
}
