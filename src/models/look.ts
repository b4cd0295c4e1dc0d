/** How mermaid is to draw: laid out by dagre, in the course's faces; colours come from our own CSS, these are what it begins with. */
export function mermaidLook(fontFamily: string, token: (name: string) => string) {
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    layout: 'dagre',
    theme: 'base',
    fontFamily,
    // Names of boxes are shown bold: what is measured must be what is shown.
    themeCSS: '.node :is(text, tspan) { font-weight: 600 }',
    themeVariables: {
      fontFamily,
      fontSize: '20px',
      background: token('paper'),
      primaryColor: token('slip'),
      primaryTextColor: token('ink'),
      primaryBorderColor: token('ink'),
      secondaryColor: token('task'),
      tertiaryColor: token('paper'),
      lineColor: token('ink'),
      textColor: token('ink'),
      edgeLabelBackground: token('paper'),
    },
    flowchart: { htmlLabels: false, useMaxWidth: true, curve: 'monotoneX', nodeSpacing: 18, rankSpacing: 60, padding: 10, wrappingWidth: 212 },
    block: { useMaxWidth: true, padding: 12 },
    htmlLabels: false,
  } as const
}
