import { contact } from "../../shared/entities/contact.ts";
export const x = contact;
