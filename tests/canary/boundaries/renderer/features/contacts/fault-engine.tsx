const load = () => import("../../sync/service.ts");
export const x = load;
