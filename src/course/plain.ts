/** HTML as plain words, for labels and diagrams: "a <em>b</em> &amp; c" => "a b & c"; a formula gives its TeX once. */
export const plainText = (html: string): string =>
  html.replace(/<span class="katex-html"[\s\S]*?<\/span><\/span><\/span>/g, '')
    .replace(/<semantics>[\s\S]*?<annotation[^>]*>([\s\S]*?)<\/annotation><\/semantics>/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, '\'').replace(/&amp;/g, '&')
