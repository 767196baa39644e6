/** The switch for devices about whose last position something is odd, with how many there are. */
import { UnstyledButton } from '@mantine/core';
import { IconMapPinQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { ODD_SHADES } from '@/format/oddities';
import { cssShade } from '@/format/status';
import classes from './toolbar.module.css';

interface Props {
  isOn: boolean;
  count: number | undefined;
  onChange(isOn: boolean): void;
}

export function OddFilter({ isOn, count, onChange }: Props) {
  const { t } = useTranslation('position');
  const formats = useFormats();
  return (
    <UnstyledButton
      className={classes.status}
      title={t('filterHint')}
      aria-pressed={isOn}
      data-testid="odd-filter"
      data-none={count === 0 || undefined}
      onClick={() => onChange(!isOn)}
    >
      <IconMapPinQuestion size={16} color={cssShade(ODD_SHADES)} aria-hidden />
      {t('filter')}
      <span className={classes.statusCount}>
        {count === undefined ? '…' : formats.count(count)}
      </span>
    </UnstyledButton>
  );
}
