/** Asks the backend for a file and saves it where the person wants it. */
import { useMutation } from '@tanstack/react-query';
import { platform } from '@/platform';
import { CallError, errorBodyOf } from './client';

export interface NamedFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** `make` asks for the file. Whatever goes wrong, on the way or while saving, is the error. */
export function useSaveFile<W>(make: (wanted: W) => Promise<NamedFile>) {
  return useMutation<void, CallError, W>({
    mutationFn: async (wanted) => {
      try {
        const { name, bytes } = await make(wanted);
        await platform.saveFile(name, bytes);
      } catch (thrown) {
        throw new CallError(errorBodyOf(thrown));
      }
    },
  });
}
