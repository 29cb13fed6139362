import { service } from "../renderer/sync/service.ts";
export const x = service;
