/**
 * What the UI needs of its surroundings: the desktop shell's window, or a browser on the dev host.
 * Nothing else in the UI knows which of the two it runs in.
 */
import type { Moved } from '@/ipc/generated/contract';

export interface Platform {
  /** Runs a command of the contract; rejects with an `ErrorBody`. */
  invoke(command: string, args: unknown): Promise<unknown>;
  /** Runs a command of the contract whose answer is bytes; empty where there is nothing. */
  invokeBytes(command: string, args: unknown): Promise<ArrayBuffer>;
  /** Calls back whenever views moved, until the returned function is called. */
  onMoved(handler: (moved: Moved) => void): () => void;
  /** Opens an address in the person's own browser. */
  openExternal(url: string): Promise<void>;
  /** Puts text on the clipboard. */
  copyText(text: string): Promise<void>;
  /** Saves a file where the person wants it; false if they think better of it. */
  saveFile(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean>;
  /** Prints what the page says is to be printed. */
  print(): Promise<void>;
  /** Asks for a file of this computer and gives its path; absent where there is no such dialog. */
  chooseMapFile?(): Promise<string | null>;
}
