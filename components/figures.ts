import type { Component } from 'vue'
import type { FigureTag } from '#schema'
import Argument from './Argument/Argument.vue'
import Chart from './Chart/Chart.vue'
import CorridorMap from './CorridorMap/CorridorMap.vue'
import Explorer from './Explorer/Explorer.vue'
import Stance from './Stance/Stance.vue'
import Timeline from './Timeline/Timeline.vue'

/** One row a tag: the figures of a lecture as its practice page draws them once more. */
export const figures: Record<FigureTag, Component> = { CorridorMap, Chart, Timeline, Stance, Explorer, Argument }
