/** The tracker's attributes as they came, folded away: they are for whoever knows the tracker. */
import { useTranslation } from 'react-i18next';
import type { FixDetail } from '@/ipc/generated/contract';
import classes from './DevicePanel.module.css';
import { FactList } from './Facts';

type Attributes = FixDetail['attributes'];

function factsOf(attributes: Attributes) {
  return Object.entries(attributes).map(([name, value]) => ({
    key: name,
    label: <bdi>{name}</bdi>,
    value: <bdi>{value}</bdi>,
  }));
}

export function RawAttributes({ fix: { attributes, accessories } }: { fix: FixDetail }) {
  const { t } = useTranslation('device');
  return (
    <>
      {Object.keys(attributes).length > 0 && (
        <details className={classes.folded} data-testid="raw-attributes">
          <summary>{t('section.attributes')}</summary>
          <FactList facts={factsOf(attributes)} />
        </details>
      )}
      {accessories.length > 0 && (
        <details className={classes.folded}>
          <summary>{t('section.accessories')}</summary>
          {accessories.map((accessory, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: accessories have no name of their own.
            <section key={index} aria-label={t('accessory', { number: index + 1 })}>
              <h4 className={classes.accessory}>{t('accessory', { number: index + 1 })}</h4>
              <FactList facts={factsOf(accessory)} />
            </section>
          ))}
        </details>
      )}
    </>
  );
}
