/** Where a command writes: results to `out`, everything else to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** True where a person watches standard error, so that progress helps. */
  readonly errIsTerminal: boolean;
}

/** A progress line that overwrites itself; nothing at all where nobody watches. */
export function progressLine(terminal: Terminal): { show(text: string): void; clear(): void } {
  if (!terminal.errIsTerminal) return { show: () => {}, clear: () => {} };
  const eraseLine = '\r\u001b[K';
  return { show: (text) => terminal.err(eraseLine + text), clear: () => terminal.err(eraseLine) };
}
