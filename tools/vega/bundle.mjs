// Writes pipeline/report/page/vega.js: the libraries that entry.js names, with the licence of each package that is in it.
import { build } from "esbuild";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const made = await build({
  entryPoints: ["entry.js"], bundle: true, minify: true, format: "iife", target: "es2020", charset: "ascii",
  legalComments: "none", write: false, metafile: true,
});

const folders = new Set(
  Object.keys(made.metafile.inputs).map((path) => path.match(/^(?:.*node_modules\/)(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean),
);
const licences = new Map(); // the text of a licence → the packages under it
for (const folder of [...folders].sort()) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? readFileSync(join(folder, file), "utf8").trim().replaceAll("\r", "") : license;
  licences.set(text, [...(licences.get(text) ?? []), `${name} ${version}`]);
}
const notices = [...licences].map(([text, names]) => `${names.join(", ")}\n\n${text}`).join("\n\n----\n\n");
const script = `/*!\nMade by \`make vega\` from the packages named here, each under the licence that follows its name.\n\n${notices}\n*/\n${made.outputFiles[0].text}`;
if (/<\/script|<!--/i.test(script) || notices.includes("*/")) throw new Error("the bundle holds what would end a script element or a comment");
writeFileSync("../../pipeline/report/page/vega.js", script);
console.log(`${script.length} characters, ${folders.size} packages`);
