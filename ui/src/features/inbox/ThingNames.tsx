/** The devices or groups that a matter concerns, each a way to it: the first ones, then all on request. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ScrollBox } from '@/components/ScrollBox';
import { useFormats } from '@/format/FormatProvider';
import { viewQuery } from '@/ipc/queries';
import classes from './inbox.module.css';

const STEP = 50;

interface Props {
  of: 'groups' | 'devices';
  ids: readonly string[];
}

export function ThingNames({ of, ids }: Props) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const [limit, setLimit] = useState(STEP);
  const shown = ids.slice(0, limit);
  const more = ids.length - shown.length;
  return (
    <ScrollBox label={t(of)}>
      <ul className={classes.names}>
        {of === 'groups' ? <Groups ids={shown} /> : <Devices ids={shown} />}
      </ul>
      {more > 0 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setLimit(limit + STEP)}>
          {t('more', { count: more, total: formats.count(more) })}
        </Button>
      )}
    </ScrollBox>
  );
}

function Groups({ ids }: { ids: readonly string[] }) {
  const { data: groups = [] } = useQuery(viewQuery('groups_table', {}));
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return ids.map((id) => (
    <li key={id}>
      <Link to="/groups" search={{ group: id }} className={classes.link}>
        <bdi>{names.get(id) ?? id}</bdi>
      </Link>
    </li>
  ));
}

function Devices({ ids }: { ids: readonly string[] }) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const { data: devices = [] } = useQuery(viewQuery('matter_devices', { ids: [...ids] }));
  return devices.map(({ device, expires }) => (
    <li key={device.id}>
      <Link to="/" search={{ device: device.id }} className={classes.link}>
        <bdi>{device.name}</bdi>
      </Link>
      {expires && (
        <span className={classes.aside}>{t('ends', { date: formats.date(expires) })}</span>
      )}
    </li>
  ));
}
