/** Lets the map follow the vehicle whose panel is open. */
import { Button } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface Props {
  isOn: boolean;
  onToggle(): void;
}

export function FollowButton({ isOn, onToggle }: Props) {
  const { t } = useTranslation('mapActions');
  return (
    <Button
      size="xs"
      variant={isOn ? 'filled' : 'light'}
      aria-pressed={isOn}
      leftSection={<IconCurrentLocation size={15} aria-hidden />}
      onClick={onToggle}
    >
      {t(isOn ? 'follow.pressed' : 'follow.button')}
    </Button>
  );
}
