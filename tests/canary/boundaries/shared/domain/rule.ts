import { contact } from "../entities/contact.ts";
import stdnum from "stdnum";
export const rule = [contact, stdnum];
