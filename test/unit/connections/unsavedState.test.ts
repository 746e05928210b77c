import assert from "node:assert/strict";
import { startSandbox, type SandboxServer } from "../../../src/sandbox/start";
import { settle } from "../settle";
import { TestMemory } from "./stores";
import { Installation, newest, rememberedPassword, signal, token } from "./windows";

/** How VS Code fails to save state. */
const FAULTS: Readonly<Record<string, () => Promise<void>>> = {
  rejects: () => Promise.reject(new Error("disk full")),
  throws: () => {
    throw new Error("disk full");
  },
};

describe("connections", () => {
  let server: SandboxServer;
  let installation: Installation;
  before(async () => (server = await startSandbox({ folders: 5 })));
  after(() => server.close());
  beforeEach(() => (installation = new Installation()));
  afterEach(() => installation.close());

  describe("a state of VS Code that is not saved", () => {
    const secrets = (): string[] => [...installation.secrets.values.keys()];

    /** Lets writes fail after so many. */
    function fail(fault: () => Promise<void>, after: number, memories = [installation.memory]): void {
      let writes = 0;
      for (const memory of memories) {
        const update = memory.update.bind(memory);
        memory.update = (key, value) => (writes++ < after ? update(key, value) : fault());
      }
    }

    for (const [name, fault] of Object.entries(FAULTS)) {
      it(`signs out here and deletes the secrets if it ${name}`, async () => {
        const window = installation.window();
        await window.signIn(server.address, rememberedPassword, signal);
        fail(fault, 0);
        await assert.rejects(window.signOut("id-1"), { message: /^VS Code did not save the change/ });
        assert.deepEqual([window.current?.signedIn, secrets()], [false, []]);
      });

      it(`removes a connection with its secrets if it ${name}`, async () => {
        const window = installation.window();
        await window.signIn(server.address, rememberedPassword, signal);
        fail(fault, 0);
        await assert.rejects(window.remove("id-1"), { message: /^VS Code did not save the change/ });
        assert.deepEqual([window.current, secrets()], [undefined, []]);
      });

      for (const writes of [0, 1, 2, 3])
        it(`leaves no secret without its connection if it ${name} after ${writes} writes of a sign-in`, async () => {
          const windowMemento = new TestMemory();
          const window = installation.window(windowMemento);
          fail(fault, writes, [installation.memory, windowMemento]);
          const signIn = window.signIn(server.address, rememberedPassword, signal);
          if (writes === 0) {
            await assert.rejects(signIn, { message: /^VS Code did not save the change/ });
            assert.deepEqual([window.current, window.all, secrets()], [undefined, [], []]);
            return;
          }
          const { sessionSaved } = await signIn;
          assert.equal(sessionSaved, writes > 1);
          assert.ok(await newest(window));
          assert.deepEqual(
            window.all.map(({ id }) => id),
            ["id-1"],
          );
        });
    }
  });

  describe("a sign-in during a slow sign-out", () => {
    for (const [name, method] of Object.entries({ password: rememberedPassword, token }))
      it(`keeps the new session: ${name}`, async () => {
        const window = installation.window();
        const { saved } = await window.signIn(server.address, method, signal);
        const before = [...installation.secrets.values.keys()];
        const { secrets } = installation;
        const remove = secrets.delete.bind(secrets);
        let release: (() => void) | undefined;
        secrets.delete = async (key) => {
          await remove(key);
          // The first one is slow.
          if (!release) await new Promise<void>((resolve) => (release = resolve));
        };
        const signingOut = window.signOut(saved.id);
        while (!release) await settle();
        await window.signIn(saved, method, signal);
        release();
        await signingOut;
        await settle();
        assert.deepEqual([...secrets.values.keys()].sort(), before.sort());
        assert.equal(window.current?.signedIn, true);
        assert.ok(await newest(installation.window()));
      });
  });
});
