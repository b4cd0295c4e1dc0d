import { defineAppSetup } from '@slidev/types'
import { provideSlidevHost } from '../src/hosts/slidev/main.ts'

export default defineAppSetup(({ app, router }) => provideSlidevHost(app, router))
