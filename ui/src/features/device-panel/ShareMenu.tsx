/** The place on common map sites, to be looked at or to be sent to somebody. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconExternalLink, IconLink, IconShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAP_SITES, mapLink } from '@/format/mapSites';
import type { Position } from '@/ipc/generated/contract';
import { platform } from '@/platform';
import classes from './DevicePanel.module.css';

/** What became of the last thing that was chosen. */
type Outcome = 'linkCopied' | 'copyFailed' | 'openFailed';

export function ShareMenu({ position }: { position: Position }) {
  const { t } = useTranslation('share');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const copy = (text: string) =>
    platform.copyText(text).then(
      () => setOutcome('linkCopied'),
      () => setOutcome('copyFailed'),
    );
  const open = (url: string) => platform.openExternal(url).catch(() => setOutcome('openFailed'));
  return (
    <>
      <Menu
        position="bottom-end"
        withinPortal
        // The focus begins on the first action: a menu may hold nothing that is none.
        withInitialFocusPlaceholder={false}
        onOpen={() => setOutcome(null)}
      >
        <Menu.Target>
          <ActionIcon size="sm" variant="subtle" aria-label={t('label')} title={t('label')}>
            <IconShare size={15} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {MAP_SITES.map((site) => (
            <Menu.Item
              key={site}
              leftSection={<IconExternalLink size={15} aria-hidden />}
              onClick={() => void open(mapLink(position, site))}
            >
              {t('show', { site: t(`site.${site}`) })}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {(['openStreetMap', 'google'] as const).map((site) => (
            <Menu.Item
              key={site}
              leftSection={<IconLink size={15} aria-hidden />}
              onClick={() => void copy(mapLink(position, site))}
            >
              {t('copyLink', { site: t(`site.${site}`) })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <span role="status" className={classes.shared}>
        {outcome && t(outcome)}
      </span>
    </>
  );
}
