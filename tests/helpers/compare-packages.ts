import { execFileSync } from "node:child_process";

/** Texts about licences lie where each system looks for them. */
const OWN_PLACE = /^\/usr\/share\/(doc|licenses|lintian)\//;

const run = (program: string, ...args: readonly string[]) =>
  execFileSync(program, args, {
    ...{ encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    maxBuffer: 1e8,
  });

/** Throws where an .rpm holds, runs or requires something else than a .deb; answers how much was compared. */
export function comparePackages(deb: string, rpm: string) {
  const inDeb = run("dpkg-deb", "--contents", deb)
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("d"))
    .map((line) => `/${(line.split(" ./")[1] ?? "").replace(/ ->.*/, "")}`)
    .filter((file) => !OWN_PLACE.test(file))
    .toSorted();
  const inRpm = run("rpm", "-qp", "-l", rpm)
    .trim()
    .split("\n")
    .filter((file) => file !== "/opt/Carnet" && !OWN_PLACE.test(file))
    .toSorted();
  // Which of the two it is, for updates, stands in the package itself.
  same("files", inDeb.join("\n"), inRpm.join("\n"));

  const scripts = run("rpm", "-qp", "--scripts", rpm);
  let lines = 0;
  for (const name of ["postinst", "postrm"])
    for (const raw of run("dpkg-deb", "--info", deb, name).split("\n")) {
      const line = raw.trim();
      if (line === "" || line.startsWith("#")) continue;
      if (!scripts.includes(line)) throw new Error(`not in the .rpm: ${line}`);
      lines += 1;
    }
  const requires = run("rpm", "-qp", "--requires", rpm)
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("rpmlib(") && line !== "/bin/sh");
  const depends = run("dpkg-deb", "--field", deb, "Depends").split(", ");
  same("requirements", String(depends.length), String(requires.length));
  return {
    files: inRpm.length,
    scriptLines: lines,
    requirements: requires.length,
  };
}

function same(what: string, deb: string, rpm: string): void {
  if (deb !== rpm) throw new Error(`${what}: ${deb} | ${rpm}`);
}
