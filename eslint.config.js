import vue from 'eslint-plugin-vue'
import accessibility from 'eslint-plugin-vuejs-accessibility'
import typescript from 'typescript-eslint'

/** What a component may not know: it is told by its host (src/hosts). */
const hostsOnly = ['@slidev/*', 'mermaid', 'mermaid/*', 'vue-router', 'vite', 'node:*']

export default typescript.config(
  { ignores: ['dist/', 'handouts/', 'look/', 'slides/', 'test-results/', '.browser/', '.cache/', 'tests/tiny-course/', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...typescript.configs.recommended,
  ...vue.configs['flat/recommended'],
  ...accessibility.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: typescript.parser } } },
  {
    rules: {
      'no-console': 'error',
      'no-undef': 'off', // the type check knows better
      'no-control-regex': 'error',
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error',
        { selector: 'ExportDefaultDeclaration', message: 'Name what you export: the path and the name are how it is found. (Tools that want a default have their files listed in eslint.config.js.)' },
        { selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]', message: 'The dice are an argument: shuffled(options, seed).' },
      ],
      // `import { type Model } from '#schema'` is kept as `import '#schema'`, and the schema library goes to every browser with it.
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-expressions': ['error', { allowTernary: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // How a template is laid out is left to its author.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
      'vue/require-default-prop': 'off',
      // `a as B | C` in a template is a type; Vue 3 has no filters.
      'vue/no-deprecated-filter': 'off',
      // One word is what an author types: <Cite>, <Term>.
      'vue/multi-word-component-names': 'off',
      // Texts are rendered by our own inline renderer, which lets no HTML through.
      'vue/no-v-html': 'off',
      // `v-html` and <Inline> are content.
      'vuejs-accessibility/heading-has-content': ['error', { accessibleDirectives: ['html'], accessibleChildren: ['Inline'] }],
      // A label beside its field, joined by `for`, is as good as one around it.
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  {
    files: ['components/**'],
    ignores: ['**/*.test.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: hostsOnly, message: 'A component is told such things by its host (src/hosts), so that it works on a slide, on a page, in print and in a test.' }] }] },
  },
  // It listens for the fields inside it: Esc leaves any of them, a click on one gives the focus back to the slide.
  { files: ['components/Exercise/Exercise.vue', 'components/CorridorMap/CorridorMap.vue', 'components/Stance/Stance.vue', 'components/Timeline/Timeline.vue', 'components/Argument/Argument.vue'], rules: { 'vuejs-accessibility/no-static-element-interactions': 'off' } },
  // A click on the map puts a thing there; with keys the thing's own button does.
  { files: ['components/Exercise/kinds/PlaceBody.vue'], rules: { 'vuejs-accessibility/no-static-element-interactions': 'off', 'vuejs-accessibility/click-events-have-key-events': 'off' } },
  // What a test feeds in is wrong on purpose.
  { files: ['**/*.test.ts'], rules: { '@typescript-eslint/no-explicit-any': 'off' } },
  { files: ['src/cli/**', 'bootstrap.mjs', 'tests/**'], rules: { 'no-console': 'off' } },
  {
    // Slidev, Vite, Vitest, Playwright and ESLint read their files' default export.
    files: ['*.config.{ts,js}', 'pages/vite.config.ts', 'setup/**', '**/*.vue'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
