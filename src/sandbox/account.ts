/** The one account of every sandbox. Its server listens on loopback and holds invented data: these are no secrets. */
export const SANDBOX_ACCOUNT = {
  email: "demo@oz.example",
  password: "sandbox",
  /** Of a service account: it does not expire while the sandbox runs. */
  accessToken: "5a4d0b0c".repeat(16),
} as const;
