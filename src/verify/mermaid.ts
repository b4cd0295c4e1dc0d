/** Why mermaid does not read a diagram, in one line; nothing where it does. */
export function refusal(diagram: string): Promise<string | undefined> {
  const answer = answers.get(diagram) ?? read(diagram)
  answers.set(diagram, answer)
  return answer
}
const answers = new Map<string, Promise<string | undefined>>()

async function read(diagram: string): Promise<string | undefined> {
  const mermaid = await (loaded ??= load())
  try {
    await mermaid.parse(diagram)
    return undefined
  }
  catch (error) {
    // "Parse error on line 3:\n…long text\n----^\nExpecting …, got 'EOF'": where, the line itself, and what was read.
    const [where = '', line = ''] = String((error as Error).message).split('\n')
    const got = /got '?([^'\n]+)/.exec((error as Error).message)?.[1]
    return [where.replace(/[:.]\s*$/, ''), line.trim() && `near "${line.trim().slice(-60)}"`, got && `read ${got}`].filter(Boolean).join(', ')
  }
}

interface Mermaid { parse: (text: string) => Promise<unknown> }
let loaded: Promise<Mermaid> | undefined

/** Mermaid reads texts with a browser's help; in Node a DOM stands in for it while mermaid loads, and is left there: it is asked for later too. */
async function load(): Promise<Mermaid> {
  const world = globalThis as Record<string, unknown>
  if (!world['document']) {
    const { Window } = await import('happy-dom')
    const window = new Window() as unknown as Record<string, unknown>
    world['window'] = window
    for (const name of ['document', 'Element', 'HTMLElement', 'SVGElement', 'Node', 'NodeFilter', 'DocumentFragment', 'DOMParser', 'HTMLTemplateElement', 'HTMLFormElement', 'NamedNodeMap'])
      world[name] = window[name]
  }
  return (await import('mermaid')).default
}
