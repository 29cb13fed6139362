export { x } from "./fault-arrow.tsx";
