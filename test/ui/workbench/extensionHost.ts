import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { PATIENCE } from "./eventually";

/** A request to the extension in test/ui/helperExtension. */
type Request =
  | { readonly job: "command"; readonly id: string; readonly args: readonly unknown[] }
  | { readonly job: "remember"; readonly text: string }
  | { readonly job: "session"; readonly provider: string }
  | { readonly job: "tool"; readonly name: string; readonly input: object }
  | { readonly job: "setting"; readonly key: string; readonly value: unknown }
  | { readonly job: "readSetting"; readonly key: string }
  | { readonly job: "schemas"; readonly texts: Readonly<Record<string, string>> }
  | { readonly job: "wantedSchemas" }
  | { readonly job: "documents" }
  | { readonly job: "crash" };

/** The values of a setting, by where they are set. */
export interface SettingValues {
  /** In the user settings, else in those of the remote machine. */
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
}

/** A document that VS Code has open, or closed only a moment ago. */
export interface OpenDocument {
  readonly uri: string;
  readonly text: string;
}

/** Calls the extension API, through a helper extension, for what is slow or impossible to do in the workbench. */
export class ExtensionHost {
  private readonly server: Server;
  private socket: Socket | undefined;

  /** Listens on a free port for the helper extension. */
  constructor() {
    this.server = createServer((socket) => {
      // Another window of the same VS Code may connect later.
      this.socket ??= socket.on("error", () => socket.destroy());
    }).listen(0, "127.0.0.1");
  }

  /** Returns the environment variables that tell the helper extension the port. */
  async environment(): Promise<Record<string, string>> {
    if (!this.server.listening) await once(this.server, "listening");
    return { TEST_HELPER_PORT: String((this.server.address() as AddressInfo).port) };
  }

  /** Runs a command and returns its result, converted to JSON. */
  async execute(id: string, ...args: readonly unknown[]): Promise<unknown> {
    return await this.ask({ job: "command", id, args });
  }

  /** Saves a text in the global and the workspace state of the helper extension. */
  async remember(text: string): Promise<void> {
    await this.ask({ job: "remember", text });
  }

  /** Requests an authentication session, as any extension can, and returns its access token. */
  async session(provider: string): Promise<unknown> {
    return await this.ask({ job: "session", provider });
  }

  /** Calls a tool for language models, as an agent does, and returns its answer. VS Code asks the user before. */
  async callTool(name: string, input: object): Promise<string> {
    return (await this.ask({ job: "tool", name, input })) as string;
  }

  /** Changes a user setting; undefined resets it to its default. */
  async changeSetting(key: string, value: unknown): Promise<void> {
    await this.ask({ job: "setting", key, value });
  }

  /** Returns the values of a setting that any extension can read, whether it is declared or not. */
  async readSetting(key: string): Promise<SettingValues> {
    return (await this.ask({ job: "readSetting", key })) as SettingValues;
  }

  /** Returns the documents that extensions can read, including virtual ones and the Output panel. */
  async documents(): Promise<OpenDocument[]> {
    return (await this.ask({ job: "documents" })) as OpenDocument[];
  }

  /** Sets the schemas at `test-schema:PATH`, by path. Other paths have an empty schema. */
  async setSchemas(texts: Readonly<Record<string, string>>): Promise<void> {
    await this.ask({ job: "schemas", texts });
  }

  /** Returns the paths of the schemas that VS Code has loaded since `setSchemas`. */
  async wantedSchemas(): Promise<string[]> {
    return (await this.ask({ job: "wantedSchemas" })) as string[];
  }

  /** Kills the extension host, which VS Code then restarts. Editors stay open. */
  async crash(): Promise<void> {
    const { socket } = this;
    if (!socket) throw new Error("There is no extension host.");
    const ended = once(socket, "close");
    socket.write(`${JSON.stringify({ job: "crash" } satisfies Request)}\n`);
    await ended;
    this.disconnect();
  }

  /** Disconnects from the extension host, which is about to stop. The next request waits for a new one. */
  disconnect(): void {
    this.socket?.destroy();
    this.socket = undefined;
  }

  /** Disconnects and stops listening. */
  close(): void {
    this.disconnect();
    this.server.close();
  }

  private async ask(request: Request): Promise<unknown> {
    const signal = AbortSignal.timeout(PATIENCE);
    if (!this.socket) await once(this.server, "connection", { signal });
    const socket = this.socket!;
    const lines = createInterface(socket);
    socket.write(`${JSON.stringify(request)}\n`);
    const [line] = (await once(lines, "line", { signal })) as [string];
    lines.close();
    const answer = JSON.parse(line) as { value?: unknown; error?: string };
    if (answer.error !== undefined) throw new Error(`In the extension host: ${answer.error}`);
    return answer.value;
  }
}
