/** Where the device is and where it goes. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compassPoint } from '@/format/compass';
import { coordinatesText } from '@/format/coordinates';
import { useFormats } from '@/format/FormatProvider';
import type { DeviceDetail, Position } from '@/ipc/generated/contract';
import { platform } from '@/platform';
import classes from './DevicePanel.module.css';
import { Facts, fact } from './Facts';
import { ShareMenu } from './ShareMenu';
import { SpeedFact } from './SpeedFact';

interface Props {
  detail: DeviceDetail;
  /** The service's web app, where one is known. */
  webAppUrl: string | null;
}

export function PositionFacts({ detail: { row, fix }, webAppUrl }: Props) {
  const { t } = useTranslation('device');
  const formats = useFormats();
  const facts = [
    ...fact('place', t('near'), row.place, ({ name, region, country, distanceM }) => (
      <bdi>
        {t('nearValue', {
          place: [name, region, country].filter(Boolean).join(', '),
          distance: formats.distance(distanceM),
        })}
      </bdi>
    )),
    ...fact('coordinates', t('coordinates'), row.position, (position) => (
      <Coordinates position={position} />
    )),
    ...fact('speed', t('speed'), row.speedKmh, (speedKmh) =>
      fix?.speedRaw == null ? (
        formats.speed(speedKmh)
      ) : (
        <SpeedFact speedKmh={speedKmh} speedRaw={fix.speedRaw} />
      ),
    ),
    ...fact('course', t('course'), fix?.courseDeg, (courseDeg) =>
      t('courseValue', {
        degrees: formats.degrees(courseDeg),
        point: t(`compass.${compassPoint(courseDeg)}`),
      }),
    ),
  ];
  return (
    <>
      <Facts title={t('section.position')} facts={facts} />
      {webAppUrl && <OpenService url={webAppUrl} />}
    </>
  );
}

/** How the last attempt to copy went, shown until the pointer leaves. */
type Copying = 'idle' | 'done' | 'failed';

function Coordinates({ position }: { position: Position }) {
  const { t } = useTranslation('device');
  const [copying, setCopying] = useState<Copying>('idle');
  const text = coordinatesText(position);
  const copy = () => {
    platform.copyText(text).then(
      () => setCopying('done'),
      () => setCopying('failed'),
    );
  };
  const words = { idle: t('copy'), done: t('copied'), failed: t('copyFailed') }[copying];
  return (
    <span className={classes.coordinates}>
      <bdi dir="ltr">{text}</bdi>
      <Tooltip label={words} {...(copying !== 'idle' && { opened: true })}>
        <ActionIcon
          size="sm"
          variant="subtle"
          aria-label={t('copy')}
          onClick={copy}
          onBlur={() => setCopying('idle')}
          onMouseLeave={() => setCopying('idle')}
        >
          {copying === 'done' ? <IconCheck size={15} /> : <IconCopy size={15} />}
        </ActionIcon>
      </Tooltip>
      <ShareMenu position={position} />
      <span role="status" className={classes.spoken}>
        {copying === 'idle' ? '' : words}
      </span>
    </span>
  );
}

function OpenService({ url }: { url: string }) {
  const { t } = useTranslation('device');
  const [hasFailed, setFailed] = useState(false);
  const open = () => {
    setFailed(false);
    platform.openExternal(url).catch(() => setFailed(true));
  };
  return (
    <div>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconExternalLink size={15} aria-hidden />}
        onClick={open}
      >
        {t('openService')}
      </Button>
      {hasFailed && (
        <p role="alert" className={classes.failed}>
          {t('openFailed')}
        </p>
      )}
    </div>
  );
}
