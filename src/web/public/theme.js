// Applies the theme the person chose before the first paint; without a choice the system decides (styles.css).
const theme = localStorage.getItem('theme')
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
