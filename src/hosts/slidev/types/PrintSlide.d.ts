import type { DefineComponent } from 'vue'
import type { SlideRoute } from './client.d.ts'

declare const PrintSlide: DefineComponent<{ route: SlideRoute, hidden?: boolean }>
export default PrintSlide
