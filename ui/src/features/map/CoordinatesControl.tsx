/** Goes to a place by its coordinates, or finds the vehicles nearest to it. */
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconMapSearch } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ControlPopover } from './ControlPopover';
import { type CoordinatesFault, parseCoordinates } from './parseCoordinates';
import type { MarkedPlace } from './places';

interface Props {
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
  onMark(place: MarkedPlace): void;
}

export function CoordinatesControl({ isOpen, onOpen, onMark }: Props) {
  const { t } = useTranslation('mapActions');
  const [text, setText] = useState('');
  const [fault, setFault] = useState<CoordinatesFault | null>(null);

  const mark = (isListed: boolean) => {
    const parsed = parseCoordinates(text);
    if ('fault' in parsed) {
      setFault(parsed.fault);
      return;
    }
    onOpen(false);
    onMark({ position: parsed.position, vehicle: null, isListed, isWanted: true });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    mark(false);
  };

  return (
    <ControlPopover
      title={t('goTo.title')}
      Icon={IconMapSearch}
      isOpen={isOpen}
      onOpen={onOpen}
      position="right-start"
      widthPx={320}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="xs">
          <TextInput
            size="xs"
            label={t('goTo.label')}
            description={t('goTo.hint')}
            value={text}
            data-autofocus
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            error={fault && t(`goTo.fault.${fault}`)}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setFault(null);
            }}
          />
          <Group gap="xs">
            <Button size="xs" type="submit">
              {t('goTo.go')}
            </Button>
            <Button size="xs" variant="default" onClick={() => mark(true)}>
              {t('goTo.nearest')}
            </Button>
          </Group>
        </Stack>
      </form>
    </ControlPopover>
  );
}
