import { createRequire } from 'node:module'
import { geoPath, type GeoContext } from 'd3-geo'
import { merge, mesh } from 'topojson-client'
import type { Extent } from '#schema'
import { projectionOf, size } from './views.ts'

/** Land as one shape, and the lines between countries, as SVG path data. */
export interface Land { land: string, borders: string }

type Topology = Parameters<typeof mesh>[0]
type GeometryCollection = Extract<NonNullable<Parameters<typeof mesh>[1]>, { geometries: unknown }>
const known = new Map<string, Land>()

/** Natural Earth as world-atlas brings it, in the extent's projection, cut to the picture. Node only: no atlas goes to a browser. */
export function landOf(extent: Extent): Land {
  const key = JSON.stringify(extent)
  const found = known.get(key) ?? draw(extent)
  known.set(key, found)
  return found
}

/** How finely Natural Earth is to be drawn, by pixels a radian: a pixel is a kilometre at 6371. */
const detailOf = (scale: number) => scale > 3000 ? '10m' : scale > 150 ? '50m' : '110m'

function draw(extent: Extent): Land {
  const projection = projectionOf(extent)
  const topology = createRequire(import.meta.url)(`world-atlas/countries-${detailOf(projection.scale())}.json`) as Topology
  const edge = 6 // outlines of the cut stay outside the picture
  projection.clipExtent([[-edge, -edge], [size.width + edge, size.height + edge]])
  const path = (shape: Parameters<ReturnType<typeof geoPath>>[0]) => {
    // What was laid by hand before is drawn to the last islet; a wider world leaves out what is a speck on it.
    const pen = extent.laid ? new Pen() : new Pen(2.2, 4)
    geoPath(projection, pen)(shape)
    return pen.toString()
  }
  const all = topology.objects['countries'] as GeometryCollection
  const shown = { ...all, geometries: all.geometries.filter(({ id }) => !extent.countries || extent.countries.includes(String(id))) }
  return { land: path(merge(topology, shown.geometries as Parameters<typeof merge>[1])), borders: path(mesh(topology, shown, (one, other) => one !== other)) }
}

/** Path data in whole tenths; steps of less than about a pixel are left out, and closed shapes smaller than `speck` each way. */
class Pen implements GeoContext {
  private done = ''
  private text = ''
  private west = Infinity
  private east = -Infinity
  private north = Infinity
  private south = -Infinity
  private last = [Infinity, Infinity]
  private skipped: [number, number] | undefined
  constructor(private step = 0.9, private speck = 0) {}
  beginPath() {}
  arc() {}
  moveTo(x: number, y: number) { this.flush(); this.keep(); this.write('M', x, y) }
  lineTo(x: number, y: number) {
    if (Math.hypot(x - this.last[0]!, y - this.last[1]!) < this.step) this.skipped = [x, y]
    else { this.skipped = undefined; this.write('L', x, y) }
  }

  closePath() {
    this.skipped = undefined
    if (this.east - this.west < this.speck && this.south - this.north < this.speck) this.text = ''
    else this.text += 'Z'
    this.keep()
  }

  toString() { this.flush(); this.keep(); return this.done }
  private keep() {
    this.done += this.text
    this.text = ''
    ;[this.west, this.east, this.north, this.south] = [Infinity, -Infinity, Infinity, -Infinity]
  }

  /** A line ends where it ends. */
  private flush() { if (this.skipped) this.write('L', ...this.skipped); this.skipped = undefined }
  private write(command: string, x: number, y: number) {
    this.text += `${command}${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
    this.last = [x, y]
    this.west = Math.min(this.west, x)
    this.east = Math.max(this.east, x)
    this.north = Math.min(this.north, y)
    this.south = Math.max(this.south, y)
  }
}
