/** Which keys do what on the map. */
import { ActionIcon, Kbd, Popover, Text, Tooltip } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './MapActions.module.css';

/** Keys by what they do. Those of one line are held together, those of several lists are alternatives. */
const KEYS = [
  ['move', [['↑'], ['↓'], ['←'], ['→']]],
  ['zoom', [['+'], ['−']]],
  [
    'turn',
    [
      ['Shift', '←'],
      ['Shift', '→'],
    ],
  ],
  [
    'tilt',
    [
      ['Shift', '↑'],
      ['Shift', '↓'],
    ],
  ],
  ['menu', [['Shift', 'F10']]],
  ['shown', [['Ctrl', 'A']]],
  ['goTo', [['G']]],
  ['help', [['?']]],
  ['escape', [['Esc']]],
] as const;

interface Props {
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
}

export function KeyboardHelp({ isOpen, onOpen }: Props) {
  const { t } = useTranslation('mapActions');
  return (
    <Popover
      opened={isOpen}
      onChange={onOpen}
      position="right-end"
      width={390}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <Tooltip label={t('keys.title')} openDelay={400} disabled={isOpen}>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={t('keys.title')}
            onClick={() => onOpen(!isOpen)}
          >
            <IconKeyboard size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('keys.title')} tabIndex={-1} data-autofocus>
        <Text size="xs" mb={6}>
          {t('keys.intro')}
        </Text>
        <dl className={classes.keys}>
          {KEYS.map(([name, choices]) => (
            <div key={name}>
              <dt>
                {choices.map((held) => (
                  <span key={held.join()} className={classes.held} dir="ltr">
                    {held.map((key) => (
                      <Kbd key={key} size="xs">
                        {key}
                      </Kbd>
                    ))}
                  </span>
                ))}
              </dt>
              <dd>{t(`keys.${name}`)}</dd>
            </div>
          ))}
        </dl>
        <Text size="xs" mt={6}>
          {t('keys.pointer')}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
