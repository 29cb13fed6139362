import Link from "@mui/material/Link";
import { createLink } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { ImportSteps } from "../features/import/import-steps.tsx";
import { useImport } from "../features/import/use-import.ts";
import { onFileOpened } from "../ui/opened-files.ts";
import { Page } from "../ui/page.tsx";

const ContactLink = createLink(Link);

/** Business cards from other programs; a file that was opened with the app comes here too. */
export function ImportPage() {
  const { t } = useTranslation();
  const current = useImport();
  const latest = useRef(current);
  latest.current = current;
  useEffect(
    () =>
      onFileOpened(({ name, content }) => {
        if (typeof content === "string") {
          latest.current.session.refuse(name, content);
        } else {
          latest.current.open([content]);
        }
      }),
    [],
  );
  return (
    <Page title={t("nav.import")}>
      <ImportSteps
        import={current}
        link={({ id, name }) => (
          <ContactLink to="/contacts/$id" params={{ id }}>
            {name}
          </ContactLink>
        )}
      />
    </Page>
  );
}
