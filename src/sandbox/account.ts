/** The account of every sandbox. Not a secret, because the server listens only on loopback and its data is invented. */
export const SANDBOX_ACCOUNT = {
  email: "demo@oz.example",
  password: "sandbox",
  /** Of a service account; never expires. */
  accessToken: "5a4d0b0c".repeat(16),
} as const;
