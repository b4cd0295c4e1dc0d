import { claimsOf, type Ground, idParts, look, replace, type Started, withRecord, writtenBeside } from './started.ts'

/** `triad/who-decides`: a record at the end of corpus/tensions/triad.yaml. */
export function newTension(ground: Ground, id: string): Started {
  const { of: lecture, slug } = idParts('lecture', id, Object.keys(ground.course.syllabus.lectures))
  const sources = claimsOf(ground, lecture)
  const one = sources[0]!.claims[0]!
  // Two authors where there are two; else one against himself.
  const other = sources[1]?.claims[0] ?? sources[0]!.claims[1] ?? one
  const { beside, ...file } = withRecord(ground, `corpus/tensions/${lecture}.yaml`, slug, `${slug}:
  title: { en: "TODO The question they answer differently", zh: 【待写】两边答法不同的问题 }
  sides:
    - says:
        en: TODO What this side says, with its author, in our words.
        zh: 【待写】这一边怎么说，点出作者，用我们自己的话。
      claims: [${one}]
    # The last side may be a silence: absent: { source: ${sources[0]!.source}, words: [none of which occurs in it] } instead of claims.
    - says:
        en: TODO What the other side says. Each hedge stays.
        zh: 【待写】另一边怎么说，“可能”“往往”都留着。
      claims: [${other}]
  reader:
    en: TODO What a careful reader does about it.
    zh: 【待写】细心的读者该怎么办。
`, 'Claims that cannot both hold, or a claim and a silence; and what a careful reader does about it.')
  return {
    files: [file],
    says: beside ? [writtenBeside(file.path, beside)] : [],
    next: [`${replace}, and put the claims there that it is about.`, 'Check it: npm run verify', `Show it, in both languages: <Tension id="${id}" />`, look(lecture)],
  }
}
