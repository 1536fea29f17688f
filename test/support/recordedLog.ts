import type { Log } from '../../src/teams/log.js';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly message: string;
}

/** A log that keeps its lines. */
export function recordedLog(): Log & { readonly lines: LogLine[]; text(): string } {
  const lines: LogLine[] = [];
  const keep = (level: LogLine['level']) => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  return {
    lines,
    text: () => JSON.stringify(lines),
    info: keep('info'),
    warn: keep('warn'),
    error: keep('error'),
  };
}
