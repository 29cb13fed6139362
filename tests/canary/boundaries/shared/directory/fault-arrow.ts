import { contact } from "../entities/contact.ts";
export const x = contact;
