/** Where a map file is: typed, or chosen where the surroundings have a dialog for it. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDidUpdate } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { platform } from '@/platform';

interface Props {
  path: string;
  onUse(map: { filePath: string }): void;
}

export function FileMapForm({ path, onUse }: Props) {
  const { t } = useTranslation('baseMap');
  const [typed, setTyped] = useState(path);
  const [hasFailed, setFailed] = useState(false);
  useDidUpdate(() => setTyped(path), [path]);
  const choose =
    platform.chooseMapFile &&
    (() =>
      platform.chooseMapFile?.().then(
        (chosen) => {
          setFailed(false);
          if (chosen === null) return;
          setTyped(chosen);
          onUse({ filePath: chosen });
        },
        () => setFailed(true),
      ));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onUse({ filePath: typed.trim() });
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('path')}
          description={t('pathHint')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
        />
        <Group gap="xs">
          <Button type="submit" size="xs" variant="default" disabled={typed.trim() === ''}>
            {t('use')}
          </Button>
          {choose && (
            <Button size="xs" variant="default" onClick={choose}>
              {t('choose')}
            </Button>
          )}
        </Group>
        {hasFailed && (
          <Text size="sm" role="alert">
            {t('chooseFailed')}
          </Text>
        )}
      </Stack>
    </form>
  );
}
