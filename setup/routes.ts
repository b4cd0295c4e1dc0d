import { defineRoutesSetup } from '@slidev/types'

// Notes are on it, so the published site has no such page.
export default defineRoutesSetup(routes => import.meta.env.DEV
  ? [{ name: 'handout', path: '/handout', component: () => import('../src/hosts/slidev/Handout.vue') }, ...routes]
  : routes)
