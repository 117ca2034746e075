// Runs before everything else: the chosen theme before the first paint (without a choice the system decides),
// and the policy that no part of the page makes code from text, which zod would otherwise try.
const theme = localStorage.getItem('theme')
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
globalThis.__zod_globalConfig = { jitless: true }
