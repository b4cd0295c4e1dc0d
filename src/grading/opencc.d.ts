declare module 'opencc-js/dict/TSCharacters' {
  /** "丟 丢|並 并|…" */
  const pairs: string
  export default pairs
}
