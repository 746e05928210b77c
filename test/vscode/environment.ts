/** How npm reaches its registry: all that a nested npm may inherit from the npm that runs this script. */
const connection =
  /^npm_config_(registry|cache|userconfig|globalconfig|proxy|https_proxy|noproxy|cafile|strict_ssl)$/;
const disturbing = /^(npm_|VSCODE_|ELECTRON_|INIT_CWD$|NODE_OPTIONS$)/;

/**
 * The environment for a child process. Leaves out what npm and VS Code's terminal set for their own children, as it
 * would change what a nested npm installs and how VS Code starts.
 */
export function cleanEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => connection.test(name) || !disturbing.test(name),
  );
  return { ...Object.fromEntries(inherited), ...extra };
}
