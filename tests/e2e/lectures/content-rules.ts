/**
 * What axe asks of a lecture: all that it asks by default, but for the rules here, which no text of a lecture can break.
 * They are tried on every layout and in every state of every kind, in machinery/axe.spec.ts. An id that axe does not know throws there.
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

/** The rules that are left to content. A new version of axe may bring one: tests/axe-rules.test.ts asks for it here or above. */
export const ofContent: string[] = [
  'accesskeys', 'area-alt', 'aria-allowed-attr', 'aria-allowed-role', 'aria-braille-equivalent', 'aria-command-name',
  'aria-conditional-attr', 'aria-deprecated-role', 'aria-dialog-name', 'aria-hidden-body', 'aria-hidden-focus',
  'aria-input-field-name', 'aria-meter-name', 'aria-progressbar-name', 'aria-prohibited-attr', 'aria-required-attr',
  'aria-required-children', 'aria-required-parent', 'aria-roles', 'aria-tab-name', 'aria-text',
  'aria-toggle-field-name', 'aria-tooltip-name', 'aria-treeitem-name', 'aria-valid-attr', 'aria-valid-attr-value',
  'autocomplete-valid', 'avoid-inline-spacing', 'blink', 'button-name', 'definition-list', 'dlitem',
  'duplicate-id-aria', 'empty-heading', 'empty-table-header', 'form-field-multiple-labels', 'frame-focusable-content',
  'frame-tested', 'frame-title', 'frame-title-unique', 'heading-order', 'html-has-lang', 'html-lang-valid',
  'html-xml-lang-mismatch', 'image-alt', 'image-redundant-alt', 'input-button-name', 'input-image-alt', 'label',
  'label-content-name-mismatch', 'label-title-only', 'landmark-banner-is-top-level',
  'landmark-contentinfo-is-top-level', 'landmark-main-is-top-level', 'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo', 'landmark-no-duplicate-main', 'landmark-unique', 'link-name', 'list',
  'listitem', 'marquee', 'meta-refresh', 'meta-viewport-large', 'nested-interactive', 'no-autoplay-audio',
  'object-alt', 'presentation-role-conflict', 'role-img-alt', 'scope-attr-valid', 'scrollable-region-focusable',
  'select-name', 'server-side-image-map', 'skip-link', 'summary-name', 'svg-img-alt', 'tabindex',
  'table-duplicate-name', 'td-headers-attr', 'th-has-data-cells', 'valid-lang', 'video-caption',
]
