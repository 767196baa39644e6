/** The ways out of a conflict. */
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  /** The button that goes on; null where there is nowhere to go. */
  go: string | null;
  isReady: boolean;
  /** There is nothing left to cancel. */
  isOver?: boolean;
  onGo(): void;
  onClose(): void;
}

export function ConflictButtons({ go, isReady, isOver = false, onGo, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" gap="xs">
      <Button size="xs" variant="default" onClick={onClose}>
        {t(isOver ? 'close' : 'cancel')}
      </Button>
      {go && (
        <Button size="xs" disabled={!isReady} onClick={onGo}>
          {go}
        </Button>
      )}
    </Group>
  );
}
