/** The address of another online map, and whom it is credited to. */
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useDidUpdate } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  url: string;
  credit: string;
  /** The address that was given last is none. */
  isRefused: boolean;
  onUse(map: { onlineUrl: string; onlineCredit: string }): void;
}

export function OnlineMapForm({ url, credit, isRefused, onUse }: Props) {
  const { t } = useTranslation('baseMap');
  const [typedUrl, setTypedUrl] = useState(url);
  const [typedCredit, setTypedCredit] = useState(credit);
  useDidUpdate(() => setTypedUrl(url), [url]);
  useDidUpdate(() => setTypedCredit(credit), [credit]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onUse({ onlineUrl: typedUrl.trim(), onlineCredit: typedCredit.trim() });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('url')}
          description={t('urlHint')}
          error={isRefused}
          value={typedUrl}
          onChange={(event) => setTypedUrl(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
        />
        <TextInput
          label={t('credit')}
          description={t('creditHint')}
          value={typedCredit}
          onChange={(event) => setTypedCredit(event.currentTarget.value)}
          autoComplete="off"
        />
        <Group>
          <Button type="submit" size="xs" variant="default" disabled={typedUrl.trim() === ''}>
            {t('use')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
