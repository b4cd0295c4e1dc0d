import { defineAppSetup } from '@slidev/types'
import { provideSlidevHost } from '../src/hosts/slidev/main.ts'

export default defineAppSetup(({ app }) => provideSlidevHost(app))
