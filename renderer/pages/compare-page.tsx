import Button from "@mui/material/Button";
import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import {
  MOST_COMPARED,
  useCompared,
} from "../features/duplicates/compare-data.ts";
import { CompareView } from "../features/duplicates/compare-view.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";

/** Contacts to be compared, from the address; what is unreadable there is nobody. */
export function readCompareSearch(search: Record<string, unknown>): {
  readonly ids: readonly string[];
} {
  const { ids } = search;
  const texts = Array.isArray(ids) ? (ids as unknown[]) : [];
  const read = texts.filter((one) => typeof one === "string");
  return { ids: [...new Set(read)].slice(0, MOST_COMPARED) };
}

/** Two to five cards side by side, on the way to one of them. */
export function ComparePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const router = useRouter();
  const { ids } = useSearch({ from: "/duplicates/compare" });
  const all = useCompared(ids);
  return (
    <Page title={t("nav.compare")} wide>
      {all && all.length > 1 && (
        <CompareView
          key={ids.join(",")}
          all={all}
          onDone={(id) => {
            if (id === null) router.history.back();
            else void navigate({ to: "/contacts/$id", params: { id } });
          }}
        />
      )}
      {all && all.length < 2 && (
        <EmptyState title={t("double.gone")}>
          <Button
            variant="outlined"
            onClick={() => void navigate({ to: "/duplicates" })}
          >
            {t("double.back")}
          </Button>
        </EmptyState>
      )}
    </Page>
  );
}
