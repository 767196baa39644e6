/** What is chosen by means of the map, and shown on it. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconFocusCentered,
  IconMarquee2,
  IconSelectAll,
  IconSquareDashed,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';

interface Props {
  count: number;
  onDraw(): void;
  onShown(): void;
  onFit(): void;
  onClear(): void;
}

export function SelectMenu({ count, onDraw, onShown, onFit, onClear }: Props) {
  const { t } = useTranslation('mapActions');
  const formats = useFormats();
  return (
    <Menu position="right-start" width={300} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Tooltip label={t('select.title')} openDelay={400}>
          <ActionIcon variant="default" size={32} aria-label={t('select.title')}>
            <IconMarquee2 size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconSquareDashed size={16} aria-hidden />} onClick={onDraw}>
          {t('select.draw')}
        </Menu.Item>
        <Menu.Item leftSection={<IconSelectAll size={16} aria-hidden />} onClick={onShown}>
          {t('select.shown')}
        </Menu.Item>
        {count > 0 && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconFocusCentered size={16} aria-hidden />} onClick={onFit}>
              {t('select.fit', { count, total: formats.count(count) })}
            </Menu.Item>
            <Menu.Item leftSection={<IconX size={16} aria-hidden />} onClick={onClear}>
              {t('select.clear')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
