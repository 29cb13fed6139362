/**
 * False only in a build made with CARNET_BUILD_UNSEALED=1, for the counter-test and for measuring what sealing costs.
 * A constant of the build, so that no flag, setting or variable can reach it in the program people run.
 */
declare const __SEALED__: boolean;

/** The program's icon, as a data URL. */
declare const __ICON__: string;

/** The version in package.json. */
declare const __APP_VERSION__: string;
