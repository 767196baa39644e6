/** What both the bar and its details say of a status, in the same words. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { StatusView } from '@/ipc/generated/contract';

export interface StatusTexts {
  requests: string;
  /** How the limit is known. */
  limit: string;
  /** The service's counters, as far as it sends them. */
  usage: string | null;
  sweep: { text: string; percent: number } | null;
}

export function useStatusTexts(status: StatusView): StatusTexts {
  const { t } = useTranslation('status');
  const formats = useFormats();
  const { apiUsage, apiDailyUsage, sweep } = status;
  const limit = formats.count(status.limitPerMinute);
  const counters = [
    apiUsage !== null && t('usageRequest', { value: formats.count(apiUsage) }),
    apiDailyUsage !== null && t('usageDaily', { value: formats.count(apiDailyUsage) }),
  ].filter((counter) => counter !== false);
  return {
    requests: t('requestsShort', { sent: formats.count(status.requestsLastMinute), limit }),
    limit: t(`limit.${status.limitSource}`, { limit }),
    usage: counters.length > 0 ? counters.join(' · ') : null,
    sweep: sweep && sweepTexts(sweep.asked, sweep.total),
  };

  function sweepTexts(asked: number, total: number) {
    // A part that is missing never reads as a whole.
    const percent = total === 0 ? 0 : Math.floor((asked / total) * 100);
    const text = t('sweepShort', {
      asked: formats.count(asked),
      total: formats.count(total),
      percent: formats.percent(percent),
    });
    return { text, percent };
  }
}
