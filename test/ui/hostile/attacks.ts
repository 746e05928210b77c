/** An icon that VS Code itself does not show in these tests. */
export const ICON = "flame";

/**
 * Texts that try to be more than text, each in another way.
 * @param thief address of the server that records every request
 */
export function attacksOn(thief: string): Readonly<Record<string, string>> {
  return {
    icon: `$(${ICON}) $(${ICON}~spin)`,
    link: `[press](${thief}/link) <${thief}/angle> ${thief}/bare`,
    image: `![](${thief}/image.png)`,
    command: "[press](command:workbench.action.quit) command:workbench.action.quit",
    html: `<img src=${thief}/html.png><a href="${thief}/a">a</a><script src="${thief}/s.js"></script><h1>h1</h1>`,
    bidi: "user\u202egpj.exe\u2066\u200f\u061c e\u200cn\u200d\u200c\u200dd",
    lines: `one\r\n\n# two\n\n- three | four\n\n![](${thief}/lines.png)\u2028five\u0000\u001b[31m`,
    escape: `\\[a\\](${thief}/escape) \`\`\` ** __ ~~ "'}])>--> {{x}} %s \${x}`,
    long: "long ".repeat(200_000),
  };
}

/** The prefix by which a test finds an attack. */
export const markOf = (name: string): string => `Hostile ${name}`;
