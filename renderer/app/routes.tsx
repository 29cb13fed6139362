import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from "@tanstack/react-router";
import { BackupPage } from "../pages/backup-page.tsx";
import { ComparePage, readCompareSearch } from "../pages/compare-page.tsx";
import { ConnectPage } from "../pages/connect-page.tsx";
import { ContactPage } from "../pages/contact-page.tsx";
import { ContactsPage } from "../pages/contacts-page.tsx";
import { readContactsSearch } from "../pages/contacts-search.ts";
import { DuplicatesPage } from "../pages/duplicates-page.tsx";
import { HelpPage } from "../pages/help-page.tsx";
import { ImportPage } from "../pages/import-page.tsx";
import { NewsPage } from "../pages/news-page.tsx";
import { NoContactPage } from "../pages/no-contact-page.tsx";
import { AccountsPage } from "../pages/accounts-page.tsx";
import { OpportunitiesPage } from "../pages/opportunities-page.tsx";
import { TasksPage } from "../pages/tasks-page.tsx";
import { readSalesSearch } from "../features/opportunities/sales-search.ts";
import { readTasksSearch } from "../features/tasks/tasks-search.ts";
import { PurchasesPage } from "../pages/purchases-page.tsx";
import { readBuyersSearch } from "../features/purchases/buyers-search.ts";
import { SettingsPage } from "../pages/settings-page.tsx";
import { SyncPage } from "../pages/sync-page.tsx";
import { readTodaySearch, TodayPage } from "../pages/today-page.tsx";
import { TrashPage } from "../pages/trash-page.tsx";
import { readWeekSearch, WeekPage } from "../pages/week-page.tsx";
import { Shell } from "./shell.tsx";

const root = createRootRoute({ component: Shell });

const start = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/today" });
  },
});

const today = createRoute({
  getParentRoute: () => root,
  path: "/today",
  validateSearch: readTodaySearch,
  component: TodayPage,
});

const contacts = createRoute({
  getParentRoute: () => root,
  path: "/contacts",
  validateSearch: readContactsSearch,
  component: ContactsPage,
});

const noContact = createRoute({
  getParentRoute: () => contacts,
  path: "/",
  component: NoContactPage,
});

const contact = createRoute({
  getParentRoute: () => contacts,
  path: "$id",
  component: ContactPage,
});

const week = createRoute({
  getParentRoute: () => root,
  path: "/week",
  validateSearch: readWeekSearch,
  component: WeekPage,
});

const purchases = createRoute({
  getParentRoute: () => root,
  path: "/purchases",
  validateSearch: readBuyersSearch,
  component: PurchasesPage,
});

const tasks = createRoute({
  getParentRoute: () => root,
  path: "/tasks",
  validateSearch: readTasksSearch,
  component: TasksPage,
});

const opportunities = createRoute({
  getParentRoute: () => root,
  path: "/opportunities",
  validateSearch: readSalesSearch,
  component: OpportunitiesPage,
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: "/accounts",
  component: AccountsPage,
});

const duplicates = createRoute({
  getParentRoute: () => root,
  path: "/duplicates",
  component: DuplicatesPage,
});

const compare = createRoute({
  getParentRoute: () => root,
  path: "/duplicates/compare",
  validateSearch: readCompareSearch,
  component: ComparePage,
});

const importCards = createRoute({
  getParentRoute: () => root,
  path: "/import",
  component: ImportPage,
});

const sync = createRoute({
  getParentRoute: () => root,
  path: "/sync",
  component: SyncPage,
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: SettingsPage,
});

const backup = createRoute({
  getParentRoute: () => root,
  path: "/backup",
  component: BackupPage,
});

const trash = createRoute({
  getParentRoute: () => root,
  path: "/trash",
  component: TrashPage,
});

const help = createRoute({
  getParentRoute: () => root,
  path: "/help",
  component: HelpPage,
});

const news = createRoute({
  getParentRoute: () => root,
  path: "/news",
  component: NewsPage,
});

const connect = createRoute({
  getParentRoute: () => root,
  path: "/connect",
  component: ConnectPage,
});

/** Code-based routes on the hash: the app's own scheme serves one page. */
export function createAppRouter() {
  return createRouter({
    routeTree: root.addChildren([
      start,
      today,
      contacts.addChildren([noContact, contact]),
      week,
      tasks,
      opportunities,
      purchases,
      accounts,
      duplicates,
      compare,
      importCards,
      sync,
      settings,
      backup,
      trash,
      help,
      news,
      connect,
    ]),
    history: createHashHistory(),
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
