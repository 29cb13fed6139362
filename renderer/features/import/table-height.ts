/** A table of the wizard leaves the button below it in sight. */
export const TABLE_HEIGHT = "clamp(220px, 100vh - 500px, 420px)";
