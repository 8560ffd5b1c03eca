import { describe, expect, it } from 'vitest';
import { eventReader, type StreamEvent } from './event-stream.ts';

/** What is read of a text that comes in pieces of `size` bytes. */
function read(text: string, size = Infinity): StreamEvent[] {
  const events: StreamEvent[] = [];
  const take = eventReader((event) => events.push(event));
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += Math.min(size, bytes.length))
    take(bytes.subarray(at, Math.min(at + size, bytes.length)));
  return events;
}

describe('an event stream', () => {
  const text = ': hello\n\nid: 41\ndata: {"type":"心愿"}\n\nid: 42\ndata: 一\ndata: 𠮷田\n\n';
  const events = [
    { data: '', id: '' },
    { data: '{"type":"心愿"}', id: '41' },
    { data: '一\n𠮷田', id: '42' },
  ];

  it.each([1, 2, 3, 5, 7, 1000])('is read the same in pieces of %i bytes, within a character and within a line', (size) => {
    expect(read(text, size)).toEqual(events);
  });

  it.each([1, 2, 3, 1000])('may end its lines with CRLF or CR, cut in between too (pieces of %i)', (size) => {
    expect(read(text.replaceAll('\n', '\r\n'), size)).toEqual(events);
    expect(read(`${text.replaceAll('\n', '\r')}:`, size)).toEqual(events);
  });

  it('keeps the id until another one comes', () => {
    expect(read('id: 7\ndata: a\n\ndata: b\n\n').map(({ id }) => id)).toEqual(['7', '7']);
  });

  it('takes one space after the colon away, and leaves fields that it does not know', () => {
    expect(read('event: x\nretry: 10\ndata:  a\ndata:b\ndata\n\n')).toEqual([{ data: ' a\nb\n', id: '' }]);
  });

  it('does not end an event that was cut off', () => {
    expect(read('data: a\n\ndata: b\n')).toEqual([{ data: 'a', id: '' }]);
  });
});
