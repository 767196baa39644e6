/** One switch for each status: its sign, its word, and how many devices have it; other switches may follow. */
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { StatusIcon } from '@/format/StatusIcon';
import { STATUSES } from '@/format/status';
import { useStatusWords } from '@/format/useStatusWords';
import type { Status, StatusCounts, Thresholds } from '@/ipc/generated/contract';
import classes from './toolbar.module.css';

interface Props {
  chosen: readonly Status[];
  counts: StatusCounts | undefined;
  thresholds: Thresholds;
  onChange(statuses: Status[]): void;
  children: ReactNode;
}

export function StatusFilter({ chosen, counts, thresholds, onChange, children }: Props) {
  const { t } = useTranslation('devices');
  const formats = useFormats();
  const words = useStatusWords(thresholds);

  const toggle = (status: Status) =>
    onChange(
      STATUSES.filter((other) =>
        other === status ? !chosen.includes(status) : chosen.includes(other),
      ),
    );

  return (
    <div className={classes.switches}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a wrapping line. */}
      <div role="group" aria-label={t('filter.statuses')} className={classes.statuses}>
        {STATUSES.map((status) => (
          <UnstyledButton
            key={status}
            className={classes.status}
            title={words.rule(status)}
            aria-pressed={chosen.includes(status)}
            data-status={status}
            data-none={counts?.[status] === 0 || undefined}
            onClick={() => toggle(status)}
          >
            <StatusIcon status={status} />
            {words.name(status)}
            <span className={classes.statusCount}>
              {counts ? formats.count(counts[status]) : '…'}
            </span>
          </UnstyledButton>
        ))}
      </div>
      {children}
    </div>
  );
}
