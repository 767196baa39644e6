/** The desktop shell: commands and events over Tauri's IPC. The only file that imports Tauri. */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import type { Moved } from '@/ipc/generated/contract';
import type { Platform } from './platform';

export const tauri: Platform = {
  invoke: (command, args) => invoke('ipc', { command, args: JSON.stringify(args) }),
  invokeBytes: (command, args) =>
    invoke<ArrayBuffer>('ipc', { command, args: JSON.stringify(args) }),
  onMoved(handler) {
    const stopping = listen<Moved>('moved', (event) => handler(event.payload));
    return () => void stopping.then((stop) => stop());
  },
  openExternal: (url) => invoke('open_external', { url }),
  copyText: (text) => navigator.clipboard.writeText(text),
  saveFile: (name, bytes) => invoke<boolean>('save_file', { name, bytes }),
  // Where the web view has no printing of its own, Tauri brings it.
  print: async () => window.print(),
  chooseMapFile: () => invoke<string | null>('choose_map_file'),
};
