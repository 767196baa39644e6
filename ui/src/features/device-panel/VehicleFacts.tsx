/** What the sensors of the vehicle say. */
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/format/FormatProvider';
import type { DeviceDetail } from '@/ipc/generated/contract';
import { Facts, fact } from './Facts';

export function VehicleFacts({ detail: { row, fix } }: { detail: DeviceDetail }) {
  const { t } = useTranslation('device');
  const formats = useFormats();
  const hasTwoTanks = fix?.fuel2Percent != null;
  const hasTwoProbes = fix?.temperature2C != null;
  const facts = [
    ...fact('ignition', t('ignition'), row.ignition, (isOn) => t(isOn ? 'on' : 'off')),
    ...fact('battery', t('battery'), row.batteryPercent, formats.percent),
    ...fact('fuel', t(hasTwoTanks ? 'fuel1' : 'fuel'), row.fuelPercent, formats.percent),
    ...fact('fuel2', t('fuel2'), fix?.fuel2Percent, formats.percent),
    ...fact(
      'temperature',
      t(hasTwoProbes ? 'temperature1' : 'temperature'),
      fix?.temperatureC,
      formats.temperature,
    ),
    ...fact('temperature2', t('temperature2'), fix?.temperature2C, formats.temperature),
    ...fact('mileage', t('mileage'), fix?.mileageKm, formats.mileage),
    ...fact('rpm', t('rpm'), fix?.engineRpm, (rpm) => t('rpmValue', { count: rpm })),
    ...fact('inactive', t('inactive'), fix?.inactiveS || null, (seconds) =>
      t('inactiveValue', { duration: formats.duration(seconds * 1000) }),
    ),
    ...(fix?.sensorTimesRaw ?? []).flatMap((time, index) =>
      fact(`sensor${index + 1}`, t('sensor', { number: index + 1 }), time, (value) =>
        t('sensorValue', { value: formats.count(value) }),
      ),
    ),
  ];
  return <Facts title={t('section.vehicle')} facts={facts} />;
}
