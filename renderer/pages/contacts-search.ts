import {
  readListAddress,
  type ListAddress,
} from "../features/list/list-address.ts";
import { listKinds } from "../../shared/domain/list-view.ts";

/** The list's view, text, filter and order, read from the address; what is unreadable there is the plain list. */
export function readContactsSearch(
  search: Record<string, unknown>,
): ListAddress {
  // Addresses of before the views.
  const kind = listKinds.find((one) => one === search["kind"]);
  return readListAddress(
    kind === undefined ? search : { view: kind, ...search },
  );
}
