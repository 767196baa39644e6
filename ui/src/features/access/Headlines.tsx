/** The three numbers that matter most, each a way to what it counts. */
import { UnstyledButton } from '@mantine/core';
import { IconEyeOff, IconUserOff, IconUserQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import { viewQuery } from '@/ipc/queries';
import classes from './access.module.css';
import { userFilterOf } from './sightFilters';

interface Props {
  onUnseen(): void;
  onNothing(): void;
  onAll(): void;
}

export function Headlines({ onUnseen, onNothing, onAll }: Props) {
  const { t } = useTranslation('access');
  const { data: devices } = useQuery(
    viewQuery('watched_devices', { text: '', onlyUnseen: true, offset: 0, limit: 1 }),
  );
  const { data: nothing } = useQuery(
    viewQuery('user_rows', {
      filter: userFilterOf('', 'nothing'),
      sort: { key: 'name', descending: false },
      offset: 0,
      limit: 1,
    }),
  );
  return (
    <div className={classes.headlines}>
      <Headline
        icon={IconEyeOff}
        count={devices?.unseen}
        label={t('headline.unseen')}
        onClick={onUnseen}
      />
      <Headline
        icon={IconUserOff}
        count={nothing?.matched}
        label={t('headline.nothing')}
        onClick={onNothing}
      />
      <Headline
        icon={IconUserQuestion}
        count={devices?.unlimited}
        label={t('headline.all')}
        hint={t('headline.allHint')}
        onClick={onAll}
      />
    </div>
  );
}

interface HeadlineProps {
  icon: typeof IconEyeOff;
  /** Undefined until it is known. */
  count: number | undefined;
  label: string;
  hint?: string;
  onClick(): void;
}

function Headline({ icon: Icon, count, label, hint, onClick }: HeadlineProps) {
  const formats = useFormats();
  return (
    <UnstyledButton className={classes.headline} onClick={onClick}>
      <Icon size={20} aria-hidden />
      <span className={classes.headlineCount}>
        {count === undefined ? '…' : formats.count(count)}
      </span>
      <span>
        {label}
        {hint && <span className={classes.hint}>{hint}</span>}
      </span>
    </UnstyledButton>
  );
}
