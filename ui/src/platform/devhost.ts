/**
 * A browser on the dev host: commands over loopback HTTP, events as a stream. The dev host hands its
 * secret over in the fragment of the address that it prints; it stays in this tab.
 */
import type { Moved } from '@/ipc/generated/contract';
import type { Platform } from './platform';

const SECRET_KEY = 'atalaya-devhost-secret';

function secret(): string {
  const fromAddress = new URLSearchParams(window.location.hash.slice(1)).get('secret');
  if (fromAddress) {
    sessionStorage.setItem(SECRET_KEY, fromAddress);
    window.history.replaceState(null, '', window.location.pathname + window.location.search);
  }
  return sessionStorage.getItem(SECRET_KEY) ?? '';
}

const headers = { 'content-type': 'application/json', 'x-atalaya-secret': secret() };

async function post(command: string, args: unknown): Promise<Response> {
  const response = await fetch(`/ipc/${command}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(args),
  });
  if (!response.ok) throw await response.json();
  return response;
}

/** The browser asks where to put it, or puts it among the downloads. */
function download(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes]));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Yields the `data` of each server-sent event. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let pending = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (pending + decoder.decode(value, { stream: true })).split('\n\n');
    pending = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('data:')) yield event.slice('data:'.length);
    }
  }
}

export const devhost: Platform = {
  invoke: async (command, args) => (await post(command, args)).json(),
  invokeBytes: async (command, args) => (await post(command, args)).arrayBuffer(),
  onMoved(handler) {
    const aborter = new AbortController();
    const follow = async () => {
      const response = await fetch('/ipc-events', { headers, signal: aborter.signal });
      if (!response.body) return;
      for await (const event of eventsOf(response.body)) handler(JSON.parse(event) as Moved);
    };
    follow().catch(() => {
      // Aborted, or the dev host ended: calls fail from now on and say so.
    });
    return () => aborter.abort();
  },
  openExternal: async (url) => {
    window.open(url, '_blank', 'noopener');
  },
  copyText: (text) => navigator.clipboard.writeText(text),
  saveFile: async (name, bytes) => {
    download(name, bytes);
    return true;
  },
  print: async () => window.print(),
};
