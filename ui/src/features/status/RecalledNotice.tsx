/** Above the devices, for as long as some are shown as they were known in the last session. */
import { IconHistory, IconPlugConnectedX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { ErrorCode, StatusView } from '@/ipc/generated/contract';
import { viewQuery } from '@/ipc/queries';
import classes from './RecalledNotice.module.css';

/** Failures of the way to the service, rather than of the service. */
const NO_CONNECTION: readonly ErrorCode[] = ['no_network', 'dns', 'connection_lost', 'timeout'];

export function RecalledNotice() {
  const { t } = useTranslation('status');
  const formats = useFormats();
  const { data: status } = useQuery(viewQuery('status', {}));
  if (!status?.recalled) return null;
  const { asOf, devices, total } = status.recalled;
  const waits = waitsFor(status);
  const Icon = waits === 'news' ? IconHistory : IconPlugConnectedX;
  const part = devices === total ? 'all' : 'some';
  return (
    <div className={classes.notice} data-testid="recalled" data-waits={waits}>
      <Icon size={16} aria-hidden className={classes.icon} />
      <span role="status">
        {t(`recalled.${waits}.${part}`, {
          count: devices,
          devices: formats.count(devices),
          total: formats.count(total),
          time: formats.moment(asOf),
        })}
      </span>
    </div>
  );
}

/** Whether news are on their way, and what stands in theirs if not. */
function waitsFor({ connection, problem }: StatusView): 'news' | 'connection' | 'service' {
  if (connection !== 'trouble' && connection !== 'stopped') return 'news';
  return problem && NO_CONNECTION.includes(problem.error.code) ? 'connection' : 'service';
}
