import assert from "node:assert/strict";
import { SecretTokenStore } from "../../../src/connections/tokenStore";
import { TestSecrets } from "./stores";

const KEY = "tokens";
const tokens = (accessToken: string) => ({ accessToken });

describe("SecretTokenStore", () => {
  let secrets: TestSecrets;
  let store: SecretTokenStore;
  beforeEach(async () => {
    secrets = new TestSecrets();
    store = new SecretTokenStore(secrets, KEY);
    await store.save(tokens("first"));
  });

  const write = (accessToken: string): Promise<void> =>
    new SecretTokenStore(secrets, KEY).save(tokens(accessToken));

  it("keeps in this window what the secret storage does not save", async () => {
    secrets.keeps = false;
    await store.save(tokens("second"));
    assert.deepEqual([(await store.load())?.accessToken, store.isSaved], ["second", false]);
  });

  it("gives way to what another window saves later, or deletes", async () => {
    for (const [change, expected] of [
      [() => write("third"), "third"],
      [() => secrets.delete(KEY), undefined],
    ] as const) {
      secrets.keeps = false;
      await store.save(tokens("second"));
      secrets.keeps = true;
      await change();
      assert.deepEqual([(await store.load())?.accessToken, store.isSaved], [expected, true]);
      await store.save(tokens("first"));
    }
  });

  it("does not take the tokens that another window saves at the same moment for a failure", async () => {
    const original = secrets.store.bind(secrets);
    secrets.store = async (key, value) => {
      secrets.store = original;
      await original(key, value);
      await write("another's");
    };
    await store.save(tokens("second"));
    assert.deepEqual([(await store.load())?.accessToken, store.isSaved], ["another's", true]);
  });
});
