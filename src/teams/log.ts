/** What the edge tells the operator. pino's logger is one. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const loud = ['error', 'warn'] as const;

/**
 * The SDK writes why a token was refused to the console, with a key in it, from deep inside and without an option.
 * From here on such lines go to our log. Gives back the function that undoes it.
 */
export function routeConsole(log: Log): () => void {
  const before = { error: console.error, warn: console.warn };
  for (const level of loud) {
    console[level] = (...said: unknown[]) => {
      const text = said.map((part) =>
        part instanceof Error ? `${part.name}: ${part.message}` : String(part),
      );
      log.warn({ said: text.join(' ').slice(0, 500) }, 'The SDK wrote to the console');
    };
  }
  return () => {
    Object.assign(console, before);
  };
}
