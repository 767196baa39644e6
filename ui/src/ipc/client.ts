/** Calls the backend's commands, typed by the contract. */
import { platform } from '@/platform';
import type { Commands, ErrorBody, MapPartArgs, TileArgs } from './generated/contract';

export type CommandName = keyof Commands;
export type ArgsOf<N extends CommandName> = Commands[N]['args'];
export type ResultOf<N extends CommandName> = Commands[N]['result'];

/** A failed call. `body` is what the backend said. */
export class CallError extends Error {
  readonly body: ErrorBody;

  constructor(body: ErrorBody) {
    super(body.message);
    this.name = 'CallError';
    this.body = body;
  }
}

function isErrorBody(value: unknown): value is ErrorBody {
  return typeof value === 'object' && value !== null && 'code' in value && 'retryable' in value;
}

/** What any thrown value means in terms of the contract. */
export function errorBodyOf(thrown: unknown): ErrorBody {
  if (thrown instanceof CallError) return thrown.body;
  if (isErrorBody(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'contract', message, retryable: false };
}

/** Runs a command. */
export async function call<N extends CommandName>(name: N, args: ArgsOf<N>): Promise<ResultOf<N>> {
  try {
    return (await platform.invoke(name, args)) as ResultOf<N>;
  } catch (thrown) {
    throw new CallError(errorBodyOf(thrown));
  }
}

async function callBytes(name: string, args: unknown): Promise<ArrayBuffer> {
  try {
    return await platform.invokeBytes(name, args);
  } catch (thrown) {
    throw new CallError(errorBodyOf(thrown));
  }
}

/** Fetches a tile of the offline map; empty where there is none. */
export function callTile(args: TileArgs): Promise<ArrayBuffer> {
  return callBytes('tile', args);
}

/** Fetches a part of the chosen map; empty where it has nothing there. */
export function callMapPart(args: MapPartArgs): Promise<ArrayBuffer> {
  return callBytes('map_part', args);
}
