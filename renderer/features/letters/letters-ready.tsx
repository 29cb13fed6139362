import Alert from "@mui/material/Alert";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Codes } from "../../local-store/use-codes.ts";
import { formatCount } from "../../ui/format.ts";
import { useSession } from "../../ui/session.ts";
import type { Letters } from "./use-letters.ts";

const SHOWN = 8;

/** How many letters there are, and who gets none, by name and with the reason (SAL-1: never an empty letter). */
export function LettersReady({ plan, codes }: { plan: Letters; codes: Codes }) {
  const { t } = useTranslation();
  const { language } = useSession();
  const { letters, left } = plan;
  const words = ({ name, why }: Letters["left"][number]) => {
    switch (why.kind) {
      case "no-address":
      case "privacy-blocked":
        return t(`letter.${why.kind}`, { name });
      case "no-salutation":
        return t("greeting.noSalutation", { name });
      default: {
        const salutation = `${codes.text("salutation", why.salutation, language)} (${why.salutation})`;
        return why.kind === "no-language"
          ? t("greeting.noLanguage", { salutation, name })
          : t("greeting.noFormula", {
              ...{ salutation, name },
              language: `${codes.text("language", why.language, language)} (${why.language})`,
            });
      }
    }
  };
  return (
    <>
      {letters[0] && (
        <Typography role="status" variant="body2" color="textSecondary">
          {t("letter.ready", {
            count: letters.length,
            greeting: letters[0].greeting,
          })}
        </Typography>
      )}
      {left.length > 0 && (
        <Alert severity="warning" variant="outlined">
          {t("letter.left")}
          {left.slice(0, SHOWN).map((one) => (
            <div key={one.id}>{words(one)}</div>
          ))}
          {left.length > SHOWN && (
            <div>
              {t("letter.leftMore", { n: formatCount(left.length - SHOWN) })}
            </div>
          )}
        </Alert>
      )}
    </>
  );
}
