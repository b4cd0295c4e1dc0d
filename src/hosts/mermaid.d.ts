// The file Slidev imports has no types of its own; they are the package's.
declare module 'mermaid/dist/mermaid.esm.mjs' {
  export { default } from 'mermaid'
}
