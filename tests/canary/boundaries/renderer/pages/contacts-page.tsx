import { list } from "../features/contacts/list.tsx";
export const page = list;
