import assert from "node:assert/strict";
import type { Services } from "../../../../src/commands/command";
import { addConnection } from "../../../../src/commands/connection/addConnection";
import { SANDBOX_ACCOUNT } from "../../../../src/sandbox/account";
import { startSandbox, type SandboxServer } from "../../../../src/sandbox/start";
import { clearDesk, desk, type Question } from "../../../standIn/desk";
import { Installation, type Window } from "../../connections/windows";
import { until } from "../../faults/rawClient";
import { closeServers, reply, serve } from "../../oz/support";

const { email, password, accessToken } = SANDBOX_ACCOUNT;

describe("addConnection", () => {
  let installation: Installation;
  let sandbox: SandboxServer;
  let host: string;
  beforeEach(async () => {
    clearDesk();
    installation = new Installation();
    sandbox = await startSandbox({ folders: 1 });
    host = sandbox.address.replace("http://", "");
  });
  afterEach(async () => {
    await installation.close();
    await sandbox.close();
    await closeServers();
  });

  /** Runs the command while a person answers. */
  function start(connections: Window): Promise<void> {
    desk.patient = true;
    const services = { connections, list: { focus: () => Promise.resolve() } };
    return Promise.resolve(addConnection(services as unknown as Services, undefined));
  }

  /** Waits for a question, and checks its place in the series. */
  async function asked(prompt: string, place: string): Promise<Question> {
    const words = (): string | undefined => desk.asking?.prompt ?? desk.asking?.placeholder;
    await until(() => words()?.startsWith(prompt) === true);
    const question = desk.asking!;
    assert.equal(`${question.step}/${question.totalSteps}`, place);
    return question;
  }

  const askedAddress = (place: string): Promise<Question> => asked("Address of the Oz API server", place);
  const askedMethod = (place: string): Promise<Question> => asked("How to sign in", place);
  const askedEmail = (place: string): Promise<Question> => asked("Email of your account", place);
  const askedName = (place: string): Promise<Question> => asked("Name of this connection", place);
  const askedPassword = (place: string): Promise<Question> => asked("Password of", place);
  const askedToken = (place: string): Promise<Question> => asked("Access token of", place);

  it("asks four questions for an email, three for a token, and goes back with what was typed", async () => {
    const connections = installation.window();
    const done = start(connections);
    const first = await askedAddress("1/4");
    assert.throws(() => first.goBack(), /has no Back button/);
    first.enter(sandbox.address);
    (await askedMethod("2/4")).choose("Access token");
    const token = await askedToken("3/3");
    token.enter("");
    assert.equal(token.problem, "Enter an access token.");
    token.goBack();
    // Enter alone takes what was chosen before.
    (await askedMethod("2/3")).enter("");
    (await askedToken("3/3")).goBack();
    (await askedMethod("2/3")).choose("Email and password, remembered");
    (await askedEmail("3/4")).enter("someone@oz.example");
    const wrong = await askedPassword("4/4");
    wrong.enter("wrong");
    await until(() => wrong.problem !== undefined);
    assert.match(wrong.problem ?? "", /password/);
    wrong.goBack();
    const again = await askedEmail("3/4");
    assert.equal(again.value, "someone@oz.example");
    again.goBack();
    (await askedMethod("2/4")).goBack();
    const address = await askedAddress("1/4");
    assert.equal(address.value, sandbox.address);
    address.enter(address.value);
    (await askedMethod("2/4")).enter("");
    (await askedEmail("3/4")).enter(email);
    const secret = await askedPassword("4/4");
    assert.equal(secret.value, "", "a password is not kept");
    secret.enter(password);
    await done;
    assert.deepEqual(
      connections.all.map(({ name, ...saved }) => [name, saved.kind === "server" && saved.savesPassword]),
      [[host, true]],
    );
  });

  it("refuses what is no email where it is typed", async () => {
    const connections = installation.window();
    const done = start(connections);
    (await askedAddress("1/4")).enter(sandbox.address);
    (await askedMethod("2/4")).choose("Email and password");
    const question = await askedEmail("3/4");
    for (const text of ["", "someone", "someone@", "@oz.example"]) {
      question.enter(text);
      assert.equal(question.problem, "Enter an email address like you@example.com.", text);
    }
    question.enter("someone@oz.example");
    await askedPassword("4/4");
    desk.asking?.close();
    await done;
  });

  it("asks for a name only if another connection has the server's, and offers one that tells them apart", async () => {
    const connections = installation.window();
    const first = start(connections);
    (await askedAddress("1/4")).enter(sandbox.address);
    (await askedMethod("2/4")).choose("Access token");
    (await askedToken("3/3")).enter(accessToken);
    await first;
    const done = start(connections);
    (await askedAddress("1/4")).enter(sandbox.address);
    (await askedMethod("2/5")).choose("Email and password");
    (await askedEmail("3/5")).enter(email);
    const name = await askedName("4/5");
    assert.equal(name.value, `${email} on ${host}`);
    name.enter(host);
    assert.equal(name.problem, "Another connection has this name.");
    name.enter("Mine");
    (await askedPassword("5/5")).goBack();
    assert.equal((await askedName("4/5")).value, "Mine");
    desk.asking?.enter("Mine");
    (await askedPassword("5/5")).enter(password);
    await done;
    assert.deepEqual(
      connections.all.map(({ name: saved }) => saved),
      [host, "Mine"],
    );

    // The same account is the same connection, which has its name.
    const again = start(connections);
    (await askedAddress("1/4")).enter(sandbox.address);
    (await askedMethod("2/5")).choose("Email and password");
    (await askedEmail("3/5")).enter(email);
    (await askedPassword("4/4")).enter(password);
    await again;
    assert.deepEqual(
      connections.all.map(({ name: saved }) => saved),
      [host, "Mine"],
    );
  });

  it("stops waiting for a server when the user goes back, types another address or closes the box", async () => {
    let closed = 0;
    const silent = await serve((_, response) => void response.on("close", () => closed++));
    const connections = installation.window();
    const done = start(connections);
    const address = await askedAddress("1/4");
    address.enter(silent.address);
    await until(() => silent.seen.length === 1);
    // The box stays, and what is typed now is checked instead.
    address.enter(sandbox.address);
    await until(() => closed === 1);
    (await askedMethod("2/4")).goBack();
    const again = await askedAddress("1/4");
    again.enter(silent.address);
    await until(() => silent.seen.length === 2);
    again.close();
    await done;
    await until(() => closed === 2);
    assert.deepEqual(connections.all, []);
    assert.deepEqual(
      desk.seen.filter(({ what }) => what === "error"),
      [],
    );
  });

  it("cancels a sign-in when the user goes back from it", async () => {
    let closed = 0;
    const slow = await serve(({ url }, response) => {
      if (url.endsWith("/version")) reply(response, 200, { version: "6.0" });
      else response.on("close", () => closed++);
    });
    const connections = installation.window();
    const done = start(connections);
    (await askedAddress("1/4")).enter(slow.address);
    (await askedMethod("2/4")).choose("Email and password");
    (await askedEmail("3/4")).enter(email);
    const secret = await askedPassword("4/4");
    secret.enter(password);
    await until(() => slow.seen.length === 2);
    secret.goBack();
    (await askedEmail("3/4")).close();
    await done;
    await until(() => closed === 1);
    assert.deepEqual(connections.all, []);
  });

  it("keeps nothing of the query of a pasted request", async () => {
    const { address, seen } = await serve((_, response) => reply(response, 200, { version: "6.0" }));
    const services = { connections: installation.window() } as unknown as Services;
    desk.typed = `${address}/oz/api/folders/?meta_data=name==Jane&search_text=Doe#Jane`;
    await addConnection(services, undefined);
    assert.deepEqual(
      seen.map(({ url }) => url),
      ["/oz/api/version"],
    );
    assert.ok(installation.lines.some((line) => line.includes("/api/version 200")));
    assert.doesNotMatch(JSON.stringify([desk.seen, seen, installation.lines]), /Jane|Doe/);
  });
});
