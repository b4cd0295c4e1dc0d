/** The marks of actors: discs that can be told apart in black and white. No flag, no hue; a name always stands beside one. */
export const actorMarks = [
  'solid', 'hatched', 'open', 'dot', 'ring', 'barred', 'upright', 'crossed', 'left', 'lower', 'quartered', 'plus', 'saltire', 'wedge', 'diagonal', 'chevron',
] as const
export type ActorMark = (typeof actorMarks)[number]
