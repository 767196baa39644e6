/** The way on from a form, to the preview, and the way out. */
import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  isReady: boolean;
  onCancel(): void;
}

export function FormButtons({ isReady, onCancel }: Props) {
  const { t } = useTranslation('bulk');
  const { t: tCommon } = useTranslation();
  return (
    <Group justify="flex-end" gap="xs">
      <Button size="xs" variant="default" onClick={onCancel}>
        {tCommon('cancel')}
      </Button>
      <Button size="xs" type="submit" disabled={!isReady}>
        {t('form.review')}
      </Button>
    </Group>
  );
}
