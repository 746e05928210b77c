import type { Command } from "./services";

export const unwatchFolder: Command = ({ folders }) => folders.watch.stop();
