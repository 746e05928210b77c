/** An event without VS Code: listeners are called in the order in which they came. */
export class Emitter<T> {
  private readonly listeners = new Set<(value: T) => void>();

  /** @returns what takes the listener off again */
  readonly event = (listener: (value: T) => void): { dispose(): void } => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };

  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }
}
