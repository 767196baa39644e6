/** Requests of some spans of time by kind. Each request is in one column, so that a row adds up. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { KindUsage } from '@/ipc/generated/contract';
import { countOf, layersOf, totalOf } from './kinds';
import { NumberTable } from './NumberTable';

interface Props {
  label: string;
  /** What the spans are. */
  of: string;
  spans: readonly { key: string; name: string; kinds: readonly KindUsage[] }[];
  fills?: boolean;
}

export function KindTable({ label, of, spans, fills = false }: Props) {
  const { t } = useTranslation('usage');
  const formats = useFormats();
  const layers = layersOf(spans);
  return (
    <NumberTable
      label={label}
      fills={fills}
      head={[of, ...layers.map((layer) => t(`layer.${layer}`)), t('total')]}
      rows={spans.map(({ key, name, kinds }) => ({
        key,
        cells: [
          name,
          ...layers.map((layer) => formats.count(countOf(kinds, layer))),
          formats.count(totalOf(kinds)),
        ],
      }))}
    />
  );
}
