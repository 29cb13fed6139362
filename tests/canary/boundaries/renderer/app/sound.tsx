import type { Store } from "../local-store/store.ts";
import { page } from "../pages/contacts-page.tsx";
export const app = (store: Store) => [store, page];
