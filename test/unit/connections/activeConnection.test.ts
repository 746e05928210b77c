import assert from "node:assert/strict";
import { ActiveConnection } from "../../../src/connections/activeConnection";
import type { Connection } from "../../../src/connections/connection";
import { ConnectionList } from "../../../src/connections/connectionList";
import type { SavedServer } from "../../../src/connections/savedConnection";
import { tokensKey } from "../../../src/connections/secrets";
import type { OzClient } from "../../../src/oz/api/client";
import { TestClock } from "../testClock";
import { TestMemory } from "./stores";

const server = (id: string): SavedServer => ({
  kind: "server",
  id,
  name: `Server ${id}`,
  baseUrl: "https://oz.example.com",
  mark: undefined,
  email: undefined,
  savesPassword: false,
  signedIn: true,
  role: undefined,
});

/** A window that shows connection "a" and also has "b". Records which connections it closes. */
async function setUp() {
  const list = new ConnectionList(new TestMemory(), new TestMemory(), new TestClock());
  for (const id of ["a", "b"]) await list.put(server(id));
  list.activate("a");
  const closed: string[] = [];
  const session = { signedIn: true, changed: false };
  const open = ({ id }: { readonly id: string }): Connection => ({
    client: () => Promise.resolve({ baseUrl: id } as unknown as OzClient),
    serverNow: () => undefined,
    reloadSession: () => Promise.resolve({ ...session }),
    tryAgain: () => undefined,
    signOut: () => Promise.resolve(),
    close: () => closed.push(id),
  });
  return { list, active: new ActiveConnection(list, open), closed, session };
}

describe("ActiveConnection", () => {
  it("shows the connection that the window showed last", async () => {
    const { active } = await setUp();
    assert.deepEqual(active.current, { saved: server("a"), signedIn: true });
    assert.deepEqual([active.isShowing("a"), active.isShowing("b")], [true, false]);
    assert.equal((await active.client()).baseUrl, "a");
  });

  it("closes the previous connection when it switches, and remembers the new one", async () => {
    const { list, active, closed } = await setUp();
    active.switchTo(server("b"));
    assert.deepEqual([closed, list.active?.id, (await active.client()).baseUrl], [["a"], "b", "b"]);
    active.switchTo(undefined);
    assert.deepEqual([closed, list.active, active.current], [["a", "b"], undefined, undefined]);
    await assert.rejects(active.client(), { reason: "cancelled" });
  });

  it("has changed if its session has, or if the tokens belong to another connection", async () => {
    const { active, session } = await setUp();
    const key = tokensKey(server("a"));
    assert.equal(await active.reloadSession(key), false);
    assert.equal(await active.reloadSession(tokensKey(server("b"))), true);
    session.changed = true;
    assert.equal(await active.reloadSession(key), true);
    Object.assign(session, { changed: false, signedIn: false });
    assert.equal(await active.reloadSession(key), true);
    assert.equal(active.current?.signedIn, false);
    await assert.rejects(active.client(), { reason: "cancelled" });
  });

  it("ignores the session of a connection that is no longer shown", async () => {
    const { active, session } = await setUp();
    session.signedIn = false;
    const reloading = active.reloadSession(tokensKey(server("a")));
    active.switchTo(server("b"));
    assert.equal(await reloading, false);
    assert.deepEqual(active.current, { saved: server("b"), signedIn: true });
  });

  it("catches up with a rename and a removal by another window", async () => {
    const { list, active, closed } = await setUp();
    assert.equal(active.catchUp(), false);
    await list.change("a", (saved) => ({ ...saved, name: "Staging" }));
    assert.equal(active.catchUp(), true);
    assert.equal(active.current?.saved.name, "Staging");
    await list.remove("a");
    assert.equal(active.catchUp(), true);
    assert.deepEqual([active.current, closed], [undefined, ["a"]]);
    assert.equal(active.catchUp(), false);
  });
});
