/** What is odd about the last position: what it is, what is shown instead, and what to do about it. */
import { IconMapPinQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { coordinatesText } from '@/format/coordinates';
import { useFormats } from '@/format/FormatProvider';
import type { DeviceDetail, Oddity } from '@/ipc/generated/contract';
import classes from './DevicePanel.module.css';
import { FactList, fact } from './Facts';

export function OddNotice({ detail: { row, reported } }: { detail: DeviceDetail }) {
  const { t } = useTranslation('position');
  const formats = useFormats();
  if (row.oddities.length === 0) return null;
  const facts = [
    ...fact('reported', t('reported'), reported?.position, (position) => (
      <bdi dir="ltr">{coordinatesText(position)}</bdi>
    )),
    ...fact('reportedAt', t('reportedAt'), reported?.fixAt, formats.moment),
    ...fact('oddSince', t('since'), reported?.since, formats.moment),
  ];
  return (
    <section
      aria-label={t('notice.title')}
      className={classes.notices}
      data-tone="odd"
      data-testid="odd-notice"
    >
      <h3 className={classes.noticesTitle}>
        <IconMapPinQuestion size={16} aria-hidden />
        {t('notice.title')}
      </h3>
      {row.oddities.map((oddity) => (
        <Explanation key={oddity} oddity={oddity} isPlaced={row.position !== null} />
      ))}
      <FactList facts={facts} />
    </section>
  );
}

function Explanation({ oddity, isPlaced }: { oddity: Oddity; isPlaced: boolean }) {
  const { t } = useTranslation('position');
  const isUnplaced = oddity === 'atZero' && !isPlaced;
  return (
    <p className={classes.oddity} data-oddity={oddity}>
      {t(`notice.${oddity}.what`)}{' '}
      {isUnplaced ? t('notice.atZero.unplaced') : t(`notice.${oddity}.shown`)}{' '}
      {t(`notice.${oddity}.do`)}
    </p>
  );
}
