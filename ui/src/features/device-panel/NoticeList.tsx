/** Alerts and warnings of the last fix, in the service's words. */
import { IconAlertCircle, IconAlertTriangleFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '@/ipc/generated/contract';
import classes from './DevicePanel.module.css';

interface Props {
  isCritical: boolean;
  alerts: readonly Notice[];
  warnings: readonly Notice[];
}

export function NoticeList({ isCritical, alerts, warnings }: Props) {
  const { t } = useTranslation('device');
  return (
    <>
      {(isCritical || alerts.length > 0) && (
        <Notices
          tone={isCritical ? 'critical' : 'alert'}
          title={t(isCritical ? 'critical' : 'alerts')}
          notices={alerts}
        />
      )}
      {warnings.length > 0 && <Notices tone="warning" title={t('warnings')} notices={warnings} />}
    </>
  );
}

interface NoticesProps {
  tone: 'critical' | 'alert' | 'warning';
  title: string;
  notices: readonly Notice[];
}

function Notices({ tone, title, notices }: NoticesProps) {
  const Icon = tone === 'warning' ? IconAlertCircle : IconAlertTriangleFilled;
  return (
    <section aria-label={title} className={classes.notices} data-tone={tone}>
      <h3 className={classes.noticesTitle}>
        <Icon size={16} aria-hidden />
        {title}
      </h3>
      {notices.length > 0 && (
        <ul className={classes.fields}>
          {notices.map(({ code, text }) => (
            <li key={`${code} ${text}`} title={code ?? undefined}>
              <bdi>{text ?? code}</bdi>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
