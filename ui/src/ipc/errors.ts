/** What each error code means to a person: a sentence, a cause, a way out. */
import type { TFunction } from 'i18next';
import type errors from '@/i18n/en/errors.json';
import type { ErrorBody, ErrorCode } from './generated/contract';

/** Holds by type that the catalog knows every code and no others. */
type Complete = [ErrorCode] extends [keyof typeof errors.codes]
  ? [keyof typeof errors.codes] extends [ErrorCode]
    ? true
    : never
  : never;
const complete: Complete = true;
void complete;

/** Who tries again: a person who asked for something, or the app, which asks on by itself. */
export type Retrying = 'byHand' | 'byItself';

export interface ErrorTexts {
  sentence: string;
  cause: string;
  wayOut: string;
}

export function errorTexts(
  t: TFunction<'errors'>,
  error: ErrorBody,
  retrying: Retrying = 'byHand',
): ErrorTexts {
  return {
    sentence: t(`codes.${error.code}.sentence`),
    cause: t(`codes.${error.code}.cause`),
    wayOut: wayOut(t, error, retrying),
  };
}

function wayOut(t: TFunction<'errors'>, error: ErrorBody, retrying: Retrying): string {
  if (error.retryAfterS !== undefined) {
    return t(`wait.${retrying}`, { count: error.retryAfterS });
  }
  const byHand = t(`codes.${error.code}.wayOut`);
  return retrying === 'byHand' ? byHand : `${byHand} ${t('goesOn')}`;
}
