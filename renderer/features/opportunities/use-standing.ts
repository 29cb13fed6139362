import { useTranslation } from "react-i18next";
import { isOpenOpportunity } from "../../../shared/domain/opportunity-values.ts";
import type { Sale } from "../../../shared/domain/pipeline.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { useSession } from "../../ui/session.ts";
import { nameOfStage } from "./stage-text.ts";

/** Where an opportunity stands, in words: its stage, or how it ended and why. */
export function useStanding(): (sale: Sale) => string {
  const { t } = useTranslation();
  const codes = useCodes();
  const { language } = useSession();
  return (sale) => {
    if (!isOpenOpportunity(sale))
      return [
        t(`sale.status.${sale.status}`),
        sale.closeCode && codes.text("closeCode", sale.closeCode, language),
      ]
        .filter(Boolean)
        .join(" · ");
    if (sale.stage === 0) return t("sale.status.notStarted");
    const cycle = codes.find("salesCycle", sale.cycle ?? "");
    return nameOfStage(cycle, sale.stage, language);
  };
}
