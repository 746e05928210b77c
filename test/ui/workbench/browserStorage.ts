import type { Page } from "playwright-core";

const READ_STORAGE = `(async () => {
  const found = [{ where: "cookies", text: document.cookie }];
  for (const [name, storage] of Object.entries({ localStorage, sessionStorage }))
    for (const [key, text] of Object.entries(storage)) found.push({ where: name + " " + key, text: key + " " + text });
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const read = (value) => value instanceof ArrayBuffer || ArrayBuffer.isView(value)
    ? new TextDecoder().decode(value)
    : typeof value === "string" ? value : JSON.stringify(value);
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      const [keys, values] = await Promise.all([done(objects.getAllKeys()), done(objects.getAll())]);
      keys.forEach((key, index) => {
        found.push({ where: [name, store, key].join(" "), text: key + " " + read(values[index]) });
      });
    }
    database.close();
  }
  return found;
})()`;

/** Returns everything that the browser stores for VS Code: its state, and its encrypted secrets. */
export async function browserStorage(page: Page): Promise<{ where: string; text: string }[]> {
  return await page.evaluate(READ_STORAGE);
}
