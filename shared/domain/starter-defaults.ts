import type { Setting } from "../entities/setting.ts";

/** The defaults of a device that has never been connected: a Swiss company's (DEF-1). */
export const starterDefaults: Omit<Setting, "id" | "key"> = {
  defaultCountry: "CH",
  defaultLanguage: "FRS",
  defaultCompanySalutation: "COMPANY",
  defaultPersonSalutation: "UNISEX",
  defaultSalesCycle: "NEW",
  relationCustomer: "CUST",
  relationVendor: "VEND",
  relationBank: "BANK",
  relationEmployee: "EMP",
};
