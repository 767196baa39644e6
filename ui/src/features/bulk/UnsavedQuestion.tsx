/** Asks before work is put away whose new passwords nobody has saved. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  isBusy: boolean;
  onWithout(): void;
  onBack(): void;
}

export function UnsavedQuestion({ isBusy, onWithout, onBack }: Props) {
  const { t } = useTranslation('sheets');
  const { t: tCommon } = useTranslation();
  return (
    <Alert p="sm" variant="light" color="red" role="alert">
      <Text size="sm" mb="xs">
        {t('passwords.ask')}
      </Text>
      <Group gap="xs">
        <Button size="xs" variant="default" disabled={isBusy} onClick={onBack}>
          {tCommon('cancel')}
        </Button>
        <Button size="xs" color="red" loading={isBusy} onClick={onWithout}>
          {t('passwords.without')}
        </Button>
      </Group>
    </Alert>
  );
}
