/** No row: because nothing is wrong, or because nothing matches. */
import { Button, EmptyState } from '@mantine/core';
import { IconCircleCheck, IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import frame from '@/table/listFrame.module.css';

interface Props {
  title: string;
  isGood: boolean;
  onClear(): void;
}

export function NothingHere({ title, isGood, onClear }: Props) {
  const { t } = useTranslation('access');
  const Icon = isGood ? IconCircleCheck : IconFilterOff;
  return (
    <div className={frame.notice} data-testid="no-access-rows">
      <EmptyState size="sm" icon={<Icon aria-hidden />} title={title}>
        <EmptyState.Actions>
          <Button size="xs" variant="light" onClick={onClear}>
            {t('showAll')}
          </Button>
        </EmptyState.Actions>
      </EmptyState>
    </div>
  );
}
