import { SANDBOX_ACCOUNT } from "../../src/sandbox/account";
import { persist } from "./workbench/eventually";
import type { Workbench } from "./workbench/workbench";

/** Signs in as a user does: welcome view, address, way to sign in, email, password. */
export async function signIn(workbench: Workbench, address: string): Promise<void> {
  await workbench.openContainer("Oz Inspector");
  await workbench.view("ozInspector.folders").pressWelcome("Sign In");
  await enterServer(workbench, address);
}

/** Answers the prompts that ask for a server and an account. */
export async function enterServer({ quickInput }: Workbench, address: string): Promise<void> {
  await quickInput.waitFor("the address prompt", ({ message }) => message.includes("Address"));
  await quickInput.answer(address);
  await quickInput.waitFor("the ways to sign in", ({ placeholder }) => placeholder === "How to sign in");
  await quickInput.pick("Email and password");
  await quickInput.waitFor("the email prompt", ({ message }) => message.includes("Email"));
  await quickInput.answer(SANDBOX_ACCOUNT.email);
  await quickInput.waitFor("the password prompt", ({ message }) => message.includes("Password"));
  await quickInput.answer(SANDBOX_ACCOUNT.password);
  await quickInput.closed();
}

/** Removes every connection, as a user does in the picker. */
export async function removeConnections(workbench: Workbench): Promise<void> {
  // Repeated, as what takes the focus closes the list.
  const remove = (): Promise<boolean> =>
    persist("the removal of a connection", (options) => pressRemove(workbench, options));
  while (await remove()) await workbench.dialog.press("Remove");
  await workbench.quickInput.cancel();
}

/** @returns whether there was a connection to remove */
async function pressRemove(workbench: Workbench, options: { readonly timeout: number }): Promise<boolean> {
  const { extensionHost, quickInput } = workbench;
  await extensionHost.execute("workbench.action.closeQuickOpen");
  await workbench.runCommand("Oz Inspector: Switch Connection…");
  await quickInput.waitFor("the list", ({ title }) => title === "Switch Connection");
  const [first] = await quickInput.picks();
  if (!first || first.label.trim() === "Add Connection…") return false;
  await quickInput.act(first.label.trim(), "Remove", options);
  return true;
}
