import { defineRoutesSetup } from '@slidev/types'

// Notes are on it, so a published site has no such page, and none that edits them; what handouts are printed from has it.
export default defineRoutesSetup(routes => import.meta.env.DEV || import.meta.env.COURSE_PAPER
  ? [{ name: 'handout', path: '/handout', component: () => import('../src/hosts/slidev/Handout.vue') }, ...routes]
  : routes.filter(({ name }) => name !== 'notes-edit'))
