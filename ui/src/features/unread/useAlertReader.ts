/** Tells the backend how notifications are written for the reader: it has no texts of its own. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ALERT_NAMES } from '@/format/alertName';
import { ownZone } from '@/format/sheet';
import { useAlertWords } from '@/format/useAlertWords';
import { call } from '@/ipc/client';

export function useAlertReader(): void {
  const { t } = useTranslation('unread');
  const words = useAlertWords();
  useEffect(() => {
    const reader = {
      timeZone: ownZone(),
      names: Object.fromEntries(ALERT_NAMES.map((name) => [name, words(name)])),
      critical: t('critical'),
      summary: t('summary', { total: '{count}' }),
    };
    // Without it the service's own words stand.
    void call('read_alerts_as', reader).catch(() => undefined);
  }, [t, words]);
}
