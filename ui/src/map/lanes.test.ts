import { expect, it } from 'vitest';
import { Lanes } from './lanes';

function deferred() {
  let end = () => {};
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { done, end };
}

it('runs no more at once than there are lanes, and the others in turn', async () => {
  const lanes = new Lanes(2);
  const { signal } = new AbortController();
  const calls = [deferred(), deferred(), deferred()];
  const begun: number[] = [];
  const runs = calls.map((call, number) =>
    lanes.run(() => {
      begun.push(number);
      return call.done;
    }, signal),
  );
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);
  calls[1]?.end();
  await runs[1];
  await Promise.resolve();
  expect(begun).toEqual([0, 1, 2]);
  calls[0]?.end();
  calls[2]?.end();
  await Promise.all(runs);
});

it('never begins a call that was given up while it waited', async () => {
  const lanes = new Lanes(1);
  const first = deferred();
  const running = lanes.run(() => first.done, new AbortController().signal);
  const aborter = new AbortController();
  const waiting = lanes.run(async () => expect.unreachable(), aborter.signal);
  aborter.abort();
  await expect(waiting).rejects.toThrow();
  first.end();
  await running;
  await expect(lanes.run(async () => 'next', new AbortController().signal)).resolves.toBe('next');
});
