import FileUploadOutlined from "@mui/icons-material/FileUploadOutlined";
import Button from "@mui/material/Button";
import ListItemText from "@mui/material/ListItemText";
import Menu from "@mui/material/Menu";
import MenuItem from "@mui/material/MenuItem";
import Divider from "@mui/material/Divider";
import { useRef, useState, type ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import { addressLines } from "../../../shared/domain/address-lines.ts";
import type { ListView } from "../../../shared/domain/list-view.ts";
import { codeName } from "../../local-store/code-name.ts";
import { useLocalStore } from "../../local-store/store-context.ts";
import type { ContactRow, ListQuery } from "../../local-store/store.ts";
import { printPage, savePdf, writeFile } from "../../platform/save-file.ts";
import { useCommands } from "../../ui/commands.ts";
import { formatCount } from "../../ui/format.ts";
import { useNotify } from "../../ui/notices.tsx";
import { useSession } from "../../ui/session.ts";
import { useMenu } from "../../ui/use-menu.ts";
import type { CellWords } from "./cell-text.ts";
import { exportCards, exportCsv, exportXlsx, readRows } from "./make-export.ts";
import { LabelDialog, type LabelChoice } from "./label-dialog.tsx";
import { LabelPages } from "./label-sheet.tsx";
import { PrintSheet } from "./print-sheet.tsx";
import { ProgressDialog } from "./progress-dialog.tsx";

const KINDS = [
  "xlsx",
  "csv",
  "vcard4",
  "vcard3",
  "copyCards",
  "pdf",
  "print",
  "labels",
  "letters",
] as const;
type Kind = (typeof KINDS)[number];
type FileKind = Exclude<
  Kind,
  "pdf" | "print" | "labels" | "letters" | "copyCards"
>;

/** Paper has an end: what is longer belongs into a file. */
const PRINTED_MAX = 2_000;

/** Within this country nobody writes it on an envelope. */
const HOME = "CH";

interface Working {
  readonly done: number;
  readonly of: number;
}

/** The view, or what is chosen of it, as a table, as business cards, as a PDF or on paper. */
export function ExportButton(props: {
  size?: "small";
  query: ListQuery;
  /** Null = all that match. */
  only: ReadonlySet<string> | null;
  columns: ListView["columns"];
  words: CellWords;
  viewName: string;
}) {
  const { t } = useTranslation();
  const { list, store } = useLocalStore();
  const { today, language } = useSession();
  const notify = useNotify();
  const commands = useCommands();
  const { button, menu, choose } = useMenu();
  const canceled = useRef(false);
  const [working, setWorking] = useState<Working | null>(null);
  const [printed, setPrinted] = useState<{
    readonly rows: readonly ContactRow[];
    readonly ready: () => void;
  } | null>(null);
  const [asking, setAsking] = useState(false);
  const [labels, setLabels] = useState<ComponentProps<
    typeof LabelPages
  > | null>(null);
  const { columns, words, viewName } = props;

  function jobOf() {
    const { tree: _tree, collapsed: _collapsed, ...asked } = props.query;
    const query: ListQuery = props.only
      ? {
          ...{ text: "", kind: "all", locale: asked.locale },
          only: [...props.only],
          sort: asked.sort ?? [{ column: "name", descending: false }],
        }
      : asked;
    return {
      ...{ list, store, query },
      onProgress: (done: number, of: number) => setWorking({ done, of }),
      isCanceled: () => canceled.current,
    };
  }

  async function onPaper(kind: "pdf" | "print"): Promise<void> {
    const read = await readRows(jobOf(), PRINTED_MAX);
    setWorking(null);
    if (!read) return;
    await new Promise<void>((ready) => setPrinted({ rows: read.rows, ready }));
    const name = `${t("export.file")}-${today}.pdf`;
    const written = kind === "pdf" ? await savePdf(name) : await printPage();
    setPrinted(null);
    if (written === "failed") return notify({ text: t("export.failed") });
    if (written === "canceled") return;
    const [n, of] = [read.rows.length, read.total];
    if (n < of)
      notify({
        text: t("export.first", { n: formatCount(n), of: formatCount(of) }),
      });
    else if (kind === "pdf") notify({ text: t("export.done", { count: n }) });
  }

  function make(kind: FileKind) {
    switch (kind) {
      case "xlsx":
        return exportXlsx(jobOf(), columns, words, viewName);
      case "csv":
        return exportCsv(jobOf(), columns, words, language);
      default:
        return exportCards(jobOf(), kind === "vcard4" ? "4.0" : "3.0");
    }
  }
  async function copyCards(): Promise<void> {
    const made = await exportCards(jobOf(), "4.0");
    setWorking(null);
    if (!made || typeof made.content !== "string") return;
    await navigator.clipboard.writeText(made.content);
    notify({ text: t("export.done", { count: made.count }) });
  }
  async function toFile(kind: FileKind): Promise<void> {
    const made = await make(kind);
    setWorking(null);
    if (!made) return;
    const ending = kind === "csv" || kind === "xlsx" ? kind : "vcf";
    const name = `${t("export.file")}-${today}.${ending}`;
    const written = await writeFile(name, made.content);
    if (written === "failed") notify({ text: t("export.failed") });
    if (written === "saved")
      notify({ text: t("export.done", { count: made.count }) });
  }

  /** Whom there is no address of gets no label. */
  async function printLabels({ sheet, first, to }: LabelChoice): Promise<void> {
    canceled.current = false;
    const read = await readRows(jobOf(), PRINTED_MAX);
    setWorking(null);
    if (!read) return;
    const found = await store.getMany(
      "contacts",
      read.rows.map(({ id }) => id),
    );
    const countryName = (code: string) => codeName("country", code, language);
    const all = read.rows.flatMap(({ id }) => {
      const contact = found.get(id);
      return contact?.city ? [addressLines(contact, HOME, countryName)] : [];
    });
    if (all.length === 0) return notify({ text: t("export.noAddress") });
    await new Promise<void>((ready) =>
      setLabels({ sheet, first, labels: all, ready }),
    );
    const name = `${t("export.file")}-${today}-${sheet}.pdf`;
    const written = to === "pdf" ? await savePdf(name) : await printPage();
    setLabels(null);
    if (written === "failed") return notify({ text: t("export.failed") });
    const left = read.rows.length - all.length;
    if (written === "canceled") return;
    if (left > 0) notify({ text: t("export.withoutAddress", { count: left }) });
    else if (to === "pdf")
      notify({ text: t("export.done", { count: all.length }) });
  }

  async function run(kind: Kind): Promise<void> {
    if (kind === "labels") return setAsking(true);
    canceled.current = false;
    try {
      if (kind === "copyCards") return await copyCards();
      if (kind === "letters")
        return commands.writeLetter(await list.ids(jobOf().query));
      if (kind === "pdf" || kind === "print") await onPaper(kind);
      else await toFile(kind);
    } catch {
      setWorking(null);
      setPrinted(null);
      notify({ text: t("export.failed") });
    }
  }

  return (
    <>
      <Button
        {...button}
        {...(props.size
          ? { size: props.size }
          : { color: "inherit", variant: "outlined" })}
        startIcon={<FileUploadOutlined />}
        sx={{ flex: "none" }}
      >
        {t("export.title")}
      </Button>
      <Menu {...menu}>
        {KINDS.flatMap((kind) => [
          ...(kind === "pdf" ? [<Divider key="line" />] : []),
          <MenuItem key={kind} onClick={choose(() => void run(kind))}>
            <ListItemText>{t(`export.${kind}`)}</ListItemText>
          </MenuItem>,
        ])}
      </Menu>
      {working && (
        <ProgressDialog
          title={t("export.title")}
          text={t("export.working", {
            n: formatCount(working.done),
            of: formatCount(working.of),
          })}
          done={working.done}
          of={working.of}
          onCancel={() => {
            canceled.current = true;
          }}
        />
      )}
      {asking && (
        <LabelDialog
          onClose={() => setAsking(false)}
          onPrint={(choice) => {
            setAsking(false);
            void printLabels(choice).catch(() => {
              setWorking(null);
              setLabels(null);
              notify({ text: t("export.failed") });
            });
          }}
        />
      )}
      {labels && <LabelPages {...labels} />}
      {printed && (
        <PrintSheet
          {...printed}
          columns={columns}
          words={words}
          title={viewName}
        />
      )}
    </>
  );
}
