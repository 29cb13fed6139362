import { service } from "../sync/service.ts";
export const x = service;
