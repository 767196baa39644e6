/** The way out fits who tries again, and names the wait where the service does. */
import { createInstance, type i18n, type TFunction } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogs } from '@/i18n/catalogs';
import { errorTexts } from './errors';
import type { ErrorBody } from './generated/contract';

const DOWN: ErrorBody = { code: 'service_down', message: '503', retryable: true };
const LIMITED: ErrorBody = { code: 'rate_limited', message: '429', retryable: true };

describe('the texts of an error', () => {
  let texts: i18n;
  let t: TFunction<'errors'>;

  beforeAll(async () => {
    texts = createInstance();
    await texts.init({ resources: catalogs, lng: 'en' });
    t = texts.getFixedT('en', 'errors');
  });

  it('promise that the app goes on only where it does', () => {
    expect(errorTexts(t, DOWN).wayOut).not.toContain('by itself');
    expect(errorTexts(t, DOWN, 'byItself').wayOut).toContain('keeps trying by itself');
  });

  it('name the wait that the service asks for', () => {
    expect(errorTexts(t, { ...LIMITED, retryAfterS: 17 }).wayOut).toBe(
      'Wait 17 seconds, then try again.',
    );
    expect(errorTexts(t, { ...LIMITED, retryAfterS: 1 }, 'byItself').wayOut).toBe(
      'The app waits a second and then goes on by itself.',
    );
  });

  it('name no wait where the service names none', () => {
    expect(errorTexts(t, LIMITED).wayOut).not.toContain('seconds');
  });
});
