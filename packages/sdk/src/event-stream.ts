/** An event of a text/event-stream. */
export interface StreamEvent {
  data: string;
  /** The last id that was seen, which resumes the stream. */
  id: string;
}

/**
 * Reads text/event-stream as chunks of bytes come in, wherever they are cut.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 * Event names and `retry` are not used by our streams. An event without data only moves the id on.
 */
export function eventReader(onEvent: (event: StreamEvent) => void): (chunk: Uint8Array) => void {
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  let id = '';

  function take(line: string) {
    if (line === '') {
      onEvent({ data: data.join('\n'), id });
      data = [];
      return;
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?([^]*))?$/.exec(line) ?? [];
    if (field === 'data') data.push(value);
    if (field === 'id' && !value.includes('\0')) id = value;
  }

  return (chunk) => {
    // A CR at the very end waits: it may be the first half of a CRLF.
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    lines.forEach(take);
  };
}
