import { describe, expect, it } from 'vitest';
import { actionOf, EMPTY_DRAFT } from './userAction';

const draft = (some: Partial<typeof EMPTY_DRAFT>) => ({ ...EMPTY_DRAFT, ...some });

describe('an action on many users', () => {
  it('leaves the message of a disabled user alone if none was typed', () => {
    expect(actionOf('disable', EMPTY_DRAFT)).toEqual({ kind: 'disable', message: null });
    expect(actionOf('disable', draft({ message: ' Left ' }))).toEqual({
      kind: 'disable',
      message: 'Left',
    });
  });

  it('ends at the end of the chosen day, where the reader is', () => {
    const at = new Date(2027, 0, 31, 23, 59, 59).toISOString();
    expect(actionOf('expire', draft({ day: '2027-01-31' }))).toEqual({ kind: 'expire', at });
    expect(actionOf('expire', draft({ isNever: true }))).toEqual({ kind: 'expire', at: null });
    expect(actionOf('expire', EMPTY_DRAFT)).toBeNull();
  });

  it('is not there before something was chosen', () => {
    expect(actionOf('group', EMPTY_DRAFT)).toBeNull();
    expect(actionOf('privileges', EMPTY_DRAFT)).toBeNull();
    expect(actionOf('tags', EMPTY_DRAFT)).toBeNull();
    expect(actionOf('extend', draft({ days: '' }))).toBeNull();
  });

  it('takes the group away when none is chosen on purpose', () => {
    expect(actionOf('group', draft({ group: '' }))).toEqual({ kind: 'group', group: null });
  });

  it('sets one tag and takes others', () => {
    expect(
      actionOf('tags', draft({ tagName: 'team', tagValue: 'night', remove: ['old'] })),
    ).toEqual({ kind: 'tags', set: { team: 'night' }, remove: ['old'] });
  });
});
