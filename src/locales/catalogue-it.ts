// Every text on screen in one language, gathered from its areas into one chunk.
export const areas = import.meta.glob<Record<string, string>>(['./it/*.json', '!./it/mails.json'], { eager: true, import: 'default' })
