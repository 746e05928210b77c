import assert from "node:assert/strict";
import { exportMessages } from "../l10n/messages";
import { readManifestTexts, readTranslations } from "../l10n/translations";
import { PSEUDO, translatePseudo } from "./pseudoTranslation";
import { startTestSandbox, type TestSandbox } from "./server";
import { openWorkbench } from "./workbench/open";

/** By the keys of translators. */
type Texts = ReadonlyMap<string, string>;

describe("the display language", () => {
  let sandbox: TestSandbox;
  let english: Texts;
  before(async () => {
    sandbox = await startTestSandbox({ folders: 300 });
    english = new Map([...(await exportMessages()), ...Object.entries(readManifestTexts())]);
  });
  after(async () => await sandbox.close());

  for (const { language, bundle, manifest } of readTranslations())
    it(`can be ${language}`, async () => {
      await lookEverywhere(language, new Map(Object.entries({ ...bundle, ...manifest })));
    });

  it("may have long words", async () => {
    const pseudo = await translatePseudo();
    try {
      await lookEverywhere(PSEUDO, pseudo.texts, pseudo.extension);
    } finally {
      await pseudo.remove();
    }
  });

  async function lookEverywhere(language: string, texts: Texts, extension?: string): Promise<void> {
    const own = (key: string): string => texts.get(key) ?? key;
    const workbench = await openWorkbench({ language, ...(extension !== undefined && { extension }) });
    try {
      const { quickInput, preview, statusBar, extensionHost } = workbench;
      const seen: string[] = [];
      const picture = (place: string): Promise<void> => workbench.screenshot(`language-${language}-${place}`);

      await workbench.openContainer("Oz Inspector");
      const view = workbench.view("ozInspector.folders");
      seen.push(...(await view.welcome()));
      await picture("welcome");

      await extensionHost.execute("ozInspector.openSandbox", sandbox.address);
      const declined = own("Declined");
      const rows = await view.tree.waitFor("folders", (all) =>
        all.some(({ description }) => description.startsWith(declined)),
      );
      seen.push(...rows.flatMap(({ description, spoken }) => [description, spoken]));
      const { label } = rows.find(({ description }) => description.startsWith(declined))!;
      seen.push(...(await view.titleActions()), await view.tree.hover(label));
      await workbench.screenshot(`language-${language}-tooltip`, "stays");
      await view.tree.expand(label);
      await picture("rows");

      await extensionHost.execute("workbench.action.quickOpen", ">Oz Inspector");
      const commands = await quickInput.waitForPicks("commands", (picks) => picks.length > 5);
      seen.push(...commands.map((pick) => pick.label));
      await picture("commands");
      await quickInput.cancel();

      await view.pressTitle(own("command.filter"));
      const filter = await quickInput.waitForPicks("conditions", (picks) => picks.length > 5);
      seen.push(...filter.flatMap((pick) => [pick.label, pick.description]));
      await picture("filter");
      await quickInput.cancel();

      const { id } = await sandbox.folderAt(0);
      void extensionHost.execute("ozInspector.watchFolder", id);
      await statusBar.waitFor(id.slice(0, 8));
      seen.push(...(await statusBar.read()).map(({ spoken }) => spoken));
      seen.push(await statusBar.hover(id.slice(0, 8)));

      const menu = await view.tree.menu(label);
      await menu.choose(own("command.explainResult"));
      seen.push(await preview.waitUntilShown("the explanation", (text) => text.includes(own("Timeline"))));
      await picture("explanation");

      void extensionHost.execute("ozInspector.showOverview");
      await quickInput.pick(own("Loaded Folders"));
      const isOverview = (text: string): boolean => text.includes(own("Results over time"));
      seen.push(await preview.waitUntilShown("the overview", isOverview));
      await picture("overview");

      const all = seen.join("\n");
      const inEnglish = [...english].filter(
        ([key, text]) => text.includes(" ") && !text.includes("{") && own(key) !== text && all.includes(text),
      );
      assert.deepEqual(inEnglish, []);
    } catch (error) {
      // The hook for failed tests comes when this window is closed.
      await workbench.screenshot(`failed-language-${language}`);
      throw error;
    } finally {
      await workbench.close();
    }
  }
});
