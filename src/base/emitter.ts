/** An event without VS Code. If a listener throws, the others are still called, then `fire` throws the first error. */
export class Emitter<T> {
  private readonly listeners = new Set<(value: T) => void>();

  /** @returns a disposable that removes the listener */
  readonly event = (listener: (value: T) => void): { dispose(): void } => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };

  fire(value: T): void {
    const errors: unknown[] = [];
    for (const listener of [...this.listeners]) {
      try {
        listener(value);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
}
