// Drives Firefox for pytest: a line of JSON in, a line of JSON out.
import { createInterface } from "node:readline";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [web, executablePath] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${web}/package.json`));
const { default: puppeteer } = await import(pathToFileURL(require.resolve("puppeteer-core")));

const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
let page, errors;

const commands = {
  async fresh() {
    await page?.close();
    await context?.close();
    context = await browser.createBrowserContext();
    page = await context.newPage();
    errors = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
  },
  goto: ({ url }) => page.goto(url).then(() => null),
  run: ({ script }) => page.evaluate(`(async () => { ${script} })()`),
  errors: () => errors,
};
let context;

console.log(JSON.stringify({ ready: true }));
for await (const line of createInterface({ input: process.stdin })) {
  const { name, ...rest } = JSON.parse(line);
  let reply;
  try {
    reply = { value: (await commands[name](rest)) ?? null };
  } catch (error) {
    reply = { error: String(error) };
  }
  console.log(JSON.stringify(reply));
}
await browser.close();
