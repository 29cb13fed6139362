import stdnum from "stdnum";
export const x = stdnum;
