/** Plays the days: buttons, how fast, the time line, and what the moment says. */
import { ActionIcon, Button, Select, Switch, Tooltip } from '@mantine/core';
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Journeys, RouteView } from '@/ipc/generated/contract';
import classes from './history.module.css';
import { MomentWords } from './MomentWords';
import { stopBeside } from './moments';
import { FACTORS, type Factor, type Playback } from './playback';
import { TimeLine } from './TimeLine';
import { usePlayback } from './usePlayback';

interface Props {
  playback: Playback;
  /** From the first moment to the last. */
  span: readonly [from: number, to: number];
  /** The route in the most detail that is known of a moment. */
  routeAt(moment: number): RouteView;
  journeys: Journeys | undefined;
  isFollowed: boolean;
  onFollow(isFollowed: boolean): void;
}

export function PlaybackBar(props: Props) {
  const { playback, span, journeys, isFollowed, onFollow } = props;
  const { t } = useTranslation('history');
  const isPlaying = usePlayback(playback, (from) => from.isPlaying());
  const factor = usePlayback(playback, (from) => from.factor());
  const jump = (direction: 1 | -1) => {
    const at = stopBeside(journeys?.stops ?? [], playback.moment(), direction);
    if (at !== null) playback.go(at);
  };
  const Icon = isPlaying ? IconPlayerPause : IconPlayerPlay;
  return (
    <section className={classes.playback} aria-label={t('playback.label')}>
      <TimeLine playback={playback} span={span} />
      <div className={classes.line}>
        <Jump label={t('playback.previous')} Icon={IconPlayerSkipBack} act={() => jump(-1)} />
        <Button
          size="xs"
          className={classes.play}
          leftSection={<Icon size={16} aria-hidden />}
          onClick={() => (isPlaying ? playback.pause() : playback.play())}
        >
          {t(isPlaying ? 'playback.pause' : 'playback.play')}
        </Button>
        <Jump label={t('playback.next')} Icon={IconPlayerSkipForward} act={() => jump(1)} />
        <Select
          size="xs"
          className={classes.factor}
          aria-label={t('playback.speed')}
          allowDeselect={false}
          data={FACTORS.map((each) => ({
            value: String(each),
            label: t('playback.times', { factor: each }),
          }))}
          value={String(factor)}
          onChange={(value) => {
            const chosen = FACTORS.find((each) => String(each) === value);
            if (chosen) playback.setFactor(chosen satisfies Factor);
          }}
        />
        <Switch
          size="xs"
          label={t('playback.follow')}
          checked={isFollowed}
          onChange={(event) => onFollow(event.currentTarget.checked)}
        />
        <MomentWords playback={playback} routeAt={props.routeAt} stops={journeys?.stops ?? []} />
      </div>
    </section>
  );
}

interface JumpProps {
  label: string;
  Icon: typeof IconPlayerSkipBack;
  act(): void;
}

function Jump({ label, Icon, act }: JumpProps) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon variant="default" size={30} aria-label={label} onClick={act}>
        <Icon size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
