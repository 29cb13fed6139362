import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Contact } from "../../../shared/entities/contact.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import { useCodes } from "../../local-store/use-codes.ts";
import { printPage, savePdf } from "../../platform/save-file.ts";
import { useNotify } from "../../ui/notices.tsx";
import { ContactSheet, type SheetFacts } from "./contact-sheet.tsx";

/** So many fit on the one page. */
const PEOPLE = 12;
const INTERACTIONS = 6;
const TASKS = 6;

/** Prints a card, or saves it as a PDF; `sheet` is what is then in the page. */
export function usePrintCard(contact: Contact): {
  print(to: "pdf" | "print"): void;
  readonly sheet: ReactNode;
} {
  const { t } = useTranslation();
  const { store, list } = useLocalStore();
  const codes = useCodes();
  const notify = useNotify();
  const [printed, setPrinted] = useState<{
    readonly facts: SheetFacts;
    readonly ready: () => void;
  } | null>(null);

  async function read(): Promise<SheetFacts> {
    const { id } = contact;
    const [people, interactions, tasks] = await Promise.all([
      contact.type === "company" ? list.peopleOf(id) : [],
      store.byContact("interactions", id, INTERACTIONS),
      store.byContact("tasks", id, 200),
    ]);
    const open = tasks.filter((one) => !one.closedOn && !one.canceled);
    return {
      contact,
      people: people.slice(0, PEOPLE),
      interactions: interactions.filter((one) => !one.canceled),
      tasks: open
        .toSorted((a, b) => (a.date < b.date ? -1 : 1))
        .slice(0, TASKS),
    };
  }
  async function onPaper(to: "pdf" | "print"): Promise<void> {
    try {
      const facts = await read();
      await new Promise<void>((ready) => setPrinted({ facts, ready }));
      const words = contact.name.replaceAll(/[^\p{L}\p{N}]+/gu, "-");
      const name = `${t("sheet.file")}-${words}.pdf`;
      const written = to === "pdf" ? await savePdf(name) : await printPage();
      if (written === "failed") notify({ text: t("export.failed") });
      if (written === "saved") notify({ text: t("sheet.saved") });
    } catch {
      notify({ text: t("export.failed") });
    } finally {
      setPrinted(null);
    }
  }
  return {
    print: (to) => void onPaper(to),
    sheet: printed && <ContactSheet {...printed} codes={codes} />,
  };
}
