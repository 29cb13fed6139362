import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ARCHITECTURES = { amd64: "x86_64", arm64: "aarch64" };

/** An .rpm of what stands in `tree`, by rpmbuild; `one` and `all` give fpm's options. */
export function makeRpm({ tree, one, all, appFolder }) {
  const top = mkdtempSync(path.join(tmpdir(), "carnet-rpm-"));
  try {
    const files = execFileSync(
      "find",
      [".", "(", "-type", "f", "-o", "-type", "l", ")", "-printf", '"/%P"\n'],
      { cwd: tree, encoding: "utf8" },
    );
    const list = path.join(top, "files");
    writeFileSync(
      list,
      `%defattr(-,root,root,-)\n%dir "${appFolder}"\n${files.split("\n").sort().join("\n")}\n`,
    );
    const spec = path.join(top, "carnet.spec");
    writeFileSync(spec, specOf({ tree, list, one, all }));
    execFileSync(
      "rpmbuild",
      [
        ...["-bb", "--quiet", "--define", `_topdir ${top}`],
        ...["--define", `_rpmdir ${top}`, "--define", "_rpmfilename out.rpm"],
        ...[
          "--define",
          `_binary_payload ${process.env.CARNET_PACKAGES_UNPACKED === "1" ? "w.ufdio" : "w3.gzdio"}`,
        ],
        ...["--target", ARCHITECTURES[one("architecture")] ?? "noarch", spec],
      ],
      { stdio: ["ignore", "ignore", "inherit"] },
    );
    cpSync(path.join(top, "out.rpm"), one("package"));
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

function specOf({ tree, list, one, all }) {
  const [summary, ...text] = one("description")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const script = (option) =>
    one(option) === undefined
      ? ""
      : readFileSync(one(option), "utf8").replaceAll("%", "%%");
  return [
    `Name: ${one("name")}`,
    // As in a .deb: ~dev sorts below the release.
    `Version: ${one("version").replaceAll("-", "~")}`,
    "Release: 1",
    `Summary: ${one("rpm-summary") ?? summary}`,
    `License: ${one("license") ?? "MIT"}`,
    `URL: ${one("url")}`,
    // What the executable links stands below; rpm would add the libraries that lie in the package itself.
    "AutoReqProv: no",
    ...all("depends").map((name) => `Requires: ${name}`),
    "%define __os_install_post %{nil}",
    "%define _build_id_links none",
    "%define debug_package %{nil}",
    `%description\n${text.join("\n") || summary}`,
    `%install\ncp -a ${JSON.stringify(`${tree}/.`)} %{buildroot}/`,
    `%post\n${script("after-install")}`,
    `%postun\n${script("after-remove")}`,
    `%files -f ${list}`,
    "",
  ].join("\n");
}
