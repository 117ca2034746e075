// Every text on screen in one language, gathered from its areas into one chunk.
export const areas = import.meta.glob<Record<string, string>>(['./de/*.json', '!./de/mails.json'], { eager: true, import: 'default' })
