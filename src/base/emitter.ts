/**
 * An event without VS Code: listeners are called in the order in which they came. All of them, also when one throws:
 * its error goes on to who fired the event only then.
 */
export class Emitter<T> {
  private readonly listeners = new Set<(value: T) => void>();

  /** @returns what takes the listener off again */
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
