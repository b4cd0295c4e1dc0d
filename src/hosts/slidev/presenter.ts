/** Slidev's widths of the presenter's notes, as it writes them down by itself: who has these has chosen none. */
const slidevs = { 'slidev-presenter-notes-width': 360, 'slidev-presenter-notes-row-size': 280 }

/** A whole note is seen beside its slide; whoever has drawn the border elsewhere keeps it there. */
export function widerNotes(storage: Pick<Storage, 'getItem' | 'setItem'> = localStorage, { innerWidth, innerHeight } = window) {
  const wanted = { 'slidev-presenter-notes-width': Math.min(720, Math.round(innerWidth * 0.4)), 'slidev-presenter-notes-row-size': Math.round(innerHeight * 0.68) }
  for (const [key, width] of Object.entries(slidevs)) {
    const kept = storage.getItem(key)
    if (kept !== null && kept !== String(width)) continue
    try {
      storage.setItem(key, String(wanted[key as keyof typeof wanted]))
    }
    catch (error) {
      // A full store: the notes are as wide as Slidev makes them.
      if (!(error instanceof DOMException)) throw error
    }
  }
}
