import { once } from "node:events";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { PATIENCE } from "./eventually";

/** What the extension in test/ui/inside can do. */
type Request =
  | { readonly job: "command"; readonly id: string; readonly args: readonly unknown[] }
  | { readonly job: "remember"; readonly text: string }
  | { readonly job: "session"; readonly provider: string }
  | { readonly job: "setting"; readonly key: string; readonly value: unknown }
  | { readonly job: "readSetting"; readonly key: string }
  | { readonly job: "schemas"; readonly texts: Readonly<Record<string, string>> }
  | { readonly job: "wantedSchemas" }
  | { readonly job: "documents" };

/** What each place says about a setting, as far as it says something. */
export interface SettingValues {
  /** The user's settings, and where they are silent the remote machine's. */
  readonly globalValue?: unknown;
  readonly workspaceValue?: unknown;
}

/** A document that is open in VS Code, or was a moment ago. */
export interface OpenDocument {
  readonly uri: string;
  readonly text: string;
}

/** A line into VS Code's extension host, for what takes long by hand or cannot be done by hand. */
export class Inside {
  private readonly server: Server;
  private socket: Socket | undefined;

  /** Waits for VS Code on a free port. */
  constructor() {
    this.server = createServer((socket) => {
      this.socket = socket.on("error", () => socket.destroy());
    }).listen(0, "127.0.0.1");
  }

  /** What the extension needs to know to find us. */
  async environment(): Promise<Record<string, string>> {
    if (!this.server.listening) await once(this.server, "listening");
    return { TEST_INSIDE: String((this.server.address() as AddressInfo).port) };
  }

  /** Runs a command and gives its result, as far as JSON carries it. */
  async execute(id: string, ...args: readonly unknown[]): Promise<unknown> {
    return await this.ask({ job: "command", id, args });
  }

  /** Puts a text into the state that VS Code keeps for extensions, of all windows and of this one. */
  async remember(text: string): Promise<void> {
    await this.ask({ job: "remember", text });
  }

  /** Asks for a session as any extension can; gives its access token. */
  async session(provider: string): Promise<unknown> {
    return await this.ask({ job: "session", provider });
  }

  /** Changes a user setting; undefined returns it to its default. */
  async changeSetting(key: string, value: unknown): Promise<void> {
    await this.ask({ job: "setting", key, value });
  }

  /** What every extension can find out about a setting, declared or not. */
  async readSetting(key: string): Promise<SettingValues> {
    return (await this.ask({ job: "readSetting", key })) as SettingValues;
  }

  /** The documents that extensions can see, virtual ones and those of the Output panel included. */
  async documents(): Promise<OpenDocument[]> {
    return (await this.ask({ job: "documents" })) as OpenDocument[];
  }

  /** Sets what stands at addresses `test-schema:PATH`, by their paths; any other path holds an empty schema. */
  async setSchemas(texts: Readonly<Record<string, string>>): Promise<void> {
    await this.ask({ job: "schemas", texts });
  }

  /** The paths of those that VS Code has loaded since they were set. */
  async wantedSchemas(): Promise<string[]> {
    return (await this.ask({ job: "wantedSchemas" })) as string[];
  }

  /** Waits for a new extension host from now on: the one so far is about to end. */
  forget(): void {
    this.socket?.destroy();
    this.socket = undefined;
  }

  /** Ends the line. */
  close(): void {
    this.forget();
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
    if (answer.error !== undefined) throw new Error(`In VS Code: ${answer.error}`);
    return answer.value;
  }
}
