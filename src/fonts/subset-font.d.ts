declare module 'subset-font' {
  interface Options { targetFormat?: 'truetype' | 'woff2', keepFeatures?: string[], variationAxes?: Record<string, number> }
  export default function subsetFont(font: Buffer, text: string, options?: Options): Promise<Buffer>
}
