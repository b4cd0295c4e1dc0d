/** The letter of an option, as slides, pages, worksheets and answer files have it: 0 => "A" */
export const letter = (index: number) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index] ?? String(index + 1)
