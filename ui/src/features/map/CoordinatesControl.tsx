/** Goes to a place by its coordinates, or finds the vehicles nearest to it. */
import { ActionIcon, Button, Group, Popover, Stack, TextInput, Tooltip } from '@mantine/core';
import { IconMapSearch } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
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
    <Popover
      opened={isOpen}
      onChange={onOpen}
      position="right-start"
      width={320}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Tooltip label={t('goTo.title')} openDelay={400} disabled={isOpen}>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={t('goTo.title')}
            onClick={() => onOpen(!isOpen)}
          >
            <IconMapSearch size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('goTo.title')}>
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
      </Popover.Dropdown>
    </Popover>
  );
}
