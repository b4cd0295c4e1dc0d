import type { Component } from 'vue'
import type { FigureTag } from '#schema'
import Argument from './Argument/Argument.vue'
import Chart from './Chart/Chart.vue'
import CorridorMap from './CorridorMap/CorridorMap.vue'
import TriadExplorer from './TriadExplorer/TriadExplorer.vue'

/** One row a tag: the figures of a lecture as its practice page draws them once more. */
export const figures: Partial<Record<FigureTag, Component>> = { CorridorMap, Chart, TriadExplorer, Argument }
