import type { Command } from "./services";

export const signOut: Command = ({ connections }) => connections.signOut();
