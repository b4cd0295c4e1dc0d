import { createRequire } from 'node:module'
import { geoPath, type GeoContext } from 'd3-geo'
import { merge, mesh } from 'topojson-client'
import type { MapView } from '#schema'
import { projectionOf, size, views } from './views.ts'

/** Land as one shape, and the lines between countries, as SVG path data. */
export interface Land { land: string, borders: string }

type Topology = Parameters<typeof mesh>[0]
type GeometryCollection = Extract<NonNullable<Parameters<typeof mesh>[1]>, { geometries: unknown }>
const known = new Map<MapView, Land>()

/** Natural Earth as world-atlas brings it, in the view's projection, cut to the picture. Node only: no atlas goes to a browser. */
export function landOf(view: MapView): Land {
  const found = known.get(view) ?? draw(view)
  known.set(view, found)
  return found
}

function draw(view: MapView): Land {
  const topology = createRequire(import.meta.url)(`world-atlas/countries-${views[view].detail}.json`) as Topology
  const edge = 6 // outlines of the cut stay outside the picture
  const projection = projectionOf(view).clipExtent([[-edge, -edge], [size.width + edge, size.height + edge]])
  const path = (shape: Parameters<ReturnType<typeof geoPath>>[0]) => {
    const pen = new Pen()
    geoPath(projection, pen)(shape)
    return pen.toString()
  }
  const all = topology.objects['countries'] as GeometryCollection
  const shown = { ...all, geometries: all.geometries.filter(({ id }) => !views[view].countries || views[view].countries.includes(String(id))) }
  return { land: path(merge(topology, shown.geometries as Parameters<typeof merge>[1])), borders: path(mesh(topology, shown, (one, other) => one !== other)) }
}

/** Path data in whole tenths; steps of less than a pixel are left out. */
class Pen implements GeoContext {
  private text = ''
  private last = [Infinity, Infinity]
  private skipped: [number, number] | undefined
  beginPath() {}
  arc() {}
  moveTo(x: number, y: number) { this.flush(); this.write('M', x, y) }
  lineTo(x: number, y: number) {
    if (Math.hypot(x - this.last[0]!, y - this.last[1]!) < 0.9) this.skipped = [x, y]
    else { this.skipped = undefined; this.write('L', x, y) }
  }

  closePath() { this.skipped = undefined; this.text += 'Z' }
  toString() { this.flush(); return this.text }
  /** A line ends where it ends. */
  private flush() { if (this.skipped) this.write('L', ...this.skipped); this.skipped = undefined }
  private write(command: string, x: number, y: number) {
    this.text += `${command}${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
    this.last = [x, y]
  }
}
