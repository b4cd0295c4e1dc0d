/**
 * What axe asks of a lecture: all that it asks by default, but for the rules here, which no text of a lecture can break.
 * They are tried on every layout and in every state of every kind, in machinery/axe.spec.ts.
 */
export const notOfContent: Record<string, string> = {
  'color-contrast': 'colours are tokens, and states belong to kinds; measuring them is most of what axe costs',
  'link-in-text-block': 'how a link looks is one rule of styles/',
  'target-size': 'controls are components; their sizes are measured on the fixture',
  'region': 'Slidev puts slides in no landmark; every slide of ours is a named region of its own',
  'bypass': 'of a page, not of what stands on it',
  'landmark-one-main': 'of a page, not of what stands on it',
  'page-has-heading-one': 'of a page, not of what stands on it; the walk asks for the headline itself',
  'document-title': 'of a page, not of what stands on it',
  'meta-viewport': 'of a page, not of what stands on it',
}
